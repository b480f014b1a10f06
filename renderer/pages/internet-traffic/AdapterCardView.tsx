// SPDX-License-Identifier: MIT
import {
  Badge,
  makeStyles,
  mergeClasses,
  Switch,
  tokens,
  typographyStyles,
  useId,
} from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { memo, useState } from 'react';
import { AppliedMark } from '../../changes/AppliedMark';
import type { Edits } from '../../changes/edits-reducer';
import { useApplied } from '../../changes/use-applied';
import { lockedId } from '../../changes/use-are-edits-locked';
import { LastingBadge } from '../../lasting/LastingBadge';
import { useHasLastingSetting } from '../../lasting/use-lasting-setting';
import { AdapterKindIcon } from '../../ui/AdapterKindIcon';
import { Ended } from '../../ui/Ended';
import { Sentence } from '../../ui/isolated-name';
import { messages } from '../../../electron/language/messages';
import type { AdapterCard } from '../../traffic/adapter-cards';
import type { Luid } from '../../../electron/contract/snapshot';
import { CardMenu } from './CardMenu';
import { cardStatusText, consequenceText, isInUse, isWithoutEffect } from './card-text';
import type { TrafficByFamily } from './card-text';
import type { TrafficNames } from '../../../electron/texts/traffic-text';
import { familiesDiffer, isMovedBy, switchesOf } from './traffic-switches';
import type { TrafficSwitch } from './traffic-switches';

const words = messages.internetTraffic.adapters;

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  icon: {
    flexShrink: 0,
    width: '20px',
    height: '20px',
    color: tokens.colorNeutralForeground2,
  },
  inUse: { color: tokens.colorBrandForeground2 },
  texts: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
  },
  name: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  status: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
  // Where the texts above begin.
  below: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingLeft: '32px',
  },
  // Where the switch above ends.
  besideMenu: { paddingRight: '36px' },
  meaning: { flexGrow: 1, minWidth: 0 },
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  edited: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  toggle: { flexShrink: 0 },
});

/** Why a switch can't be moved; what the status says already is not said again. */
function obstacleOf({ refusal }: TrafficSwitch): string | null {
  return refusal && refusal !== 'noDefaultRoute' ? messages.refusals[refusal] : null;
}

interface EditedMarkProps {
  readonly id: string;
  readonly toggle: TrafficSwitch;
}

function EditedMark({ id, toggle }: EditedMarkProps) {
  const styles = useStyles();
  return (
    <span id={id} className={styles.edited}>
      <Badge appearance="tint" color="brand" icon={<EditRegular />}>
        <Ended>{messages.interfaces.edited}</Ended>
      </Badge>{' '}
      <span className={styles.quiet}>
        <Ended>{toggle.isOnNow ? words.nowOn : words.nowOff}</Ended>
      </span>
    </span>
  );
}

interface SettingProps {
  readonly card: AdapterCard;
  readonly toggle: TrafficSwitch;
  /** What describes the switch: edit, mark, status, meaning, why it can't be moved. */
  readonly describedBy: string;
  readonly isLocked: boolean;
  readonly onSwitch: (card: AdapterCard, toggle: TrafficSwitch, isOn: boolean) => void;
}

function nameOf({ family }: TrafficSwitch, { name }: AdapterCard): string {
  return family === null
    ? words.useNamed({ adapter: name })
    : words.useNamedFamily({ adapter: name, family });
}

/** One switch; what it is for stands above all of them. */
function Setting({ card, toggle, describedBy, isLocked, onSwitch }: SettingProps) {
  const styles = useStyles();
  const isBlocked = isLocked || toggle.refusal !== undefined;
  return (
    <Switch
      className={styles.toggle}
      aria-label={nameOf(toggle, card)}
      aria-describedby={describedBy}
      checked={toggle.isOn}
      disabledFocusable={isBlocked}
      onChange={(_, { checked }) => {
        if (!isBlocked) onSwitch(card, toggle, checked);
      }}
    />
  );
}

/** What a switch means where it stands: only what is so already is told as such. */
const meaningText = ({ isOn, isOnNow }: TrafficSwitch, consequence: string) =>
  isOn === isOnNow ? consequence : `${messages.internetTraffic.afterApplying} ${consequence}`;

interface MeaningProps {
  readonly id: string;
  readonly toggle: TrafficSwitch;
  readonly mark: 'edited' | 'applied' | null;
  readonly status: string;
  readonly consequence: string;
}

/** What becomes of moving a switch. */
function SwitchMeaning({ id, toggle, mark, status, consequence }: MeaningProps) {
  const styles = useStyles();
  const obstacle = obstacleOf(toggle);
  return (
    <div className={styles.meaning}>
      {mark === 'edited' && <EditedMark id={`${id}-mark`} toggle={toggle} />}
      {mark === 'applied' && <AppliedMark id={`${id}-mark`} />}
      <div id={id}>
        {toggle.family !== null && (
          <p className={styles.text}>
            <Ended>
              <Sentence text={words.familyStatus({ family: toggle.family, status })} />
            </Ended>
          </p>
        )}
        <p className={styles.text}>
          <Sentence text={consequence} />
        </p>
        {obstacle !== null && <p className={styles.text}>{obstacle}</p>}
        {toggle.isChangedOutside && <p className={styles.text}>{words.changedOutside}</p>}
      </div>
    </div>
  );
}

/** The kind, unless the name says it already. */
function kindText({ kind, name, isKindCorrected }: AdapterCard): string {
  const text = messages.interfaces.kinds[kind];
  if (isKindCorrected) return words.setByYou({ kind: text });
  return text === name ? '' : text;
}

export interface AdapterCardViewProps {
  readonly card: AdapterCard;
  /** The edits of this adapter. */
  readonly edits: Edits;
  readonly traffic: TrafficByFamily;
  /** The VPN that company traffic goes through now; null where none does. */
  readonly companyVpn: Luid | null;
  readonly names: TrafficNames;
  /** How many networks the VPN's own routes name; null where that isn't known. */
  readonly companyNetworks: number | null;
  readonly isLocked: boolean;
  readonly onSwitch: SettingProps['onSwitch'];
  readonly onShow: (card: AdapterCard) => void;
}

/** Whether the row's one line leaves out what is to be known of a switch before it is moved, or since it was. */
function saysMore(toggle: TrafficSwitch, card: AdapterCard, traffic: TrafficByFamily): boolean {
  return (
    toggle.family !== null ||
    toggle.isEdited ||
    obstacleOf(toggle) !== null ||
    isWithoutEffect(card, traffic)
  );
}

/** One adapter: what it does now, its switches, and what they mean on it where that is not plain. */
export const AdapterCardView = memo(function AdapterCardView(props: AdapterCardViewProps) {
  const { card, edits, traffic, companyVpn, names, companyNetworks, isLocked } = props;
  const { onSwitch, onShow } = props;
  const styles = useStyles();
  const id = useId('adapter');
  const [isApart, setIsApart] = useState(false);
  const lasts = useHasLastingSetting(card.luid);
  const switches = switchesOf(card, edits, isApart);
  const [only] = switches.length === 1 ? switches : [];
  const inUse = isInUse(card, traffic);
  const canSplit = only?.families.length === 2 && only.refusal === undefined;
  const canJoin = isApart && switches.length === 2 && !familiesDiffer(card, edits);
  const apart = (canSplit || canJoin) && !isLocked;
  const meaningId = (toggle: TrafficSwitch) => `${id}-meaning-${toggle.family ?? 'both'}`;
  const applied = useApplied();
  const markOf = (toggle: TrafficSwitch): MeaningProps['mark'] => {
    if (applied.some((operation) => isMovedBy(operation, card, toggle))) return 'applied';
    return toggle.isEdited && !isLocked ? 'edited' : null;
  };

  const setting = (toggle: TrafficSwitch) => {
    const marked = markOf(toggle) === null ? [] : [`${meaningId(toggle)}-mark`];
    const lasting = lasts ? [`${id}-lasting`] : [];
    const locked = isLocked ? [lockedId] : [];
    const describedBy = [...locked, ...marked, ...lasting, `${id}-status`, meaningId(toggle)].join(
      ' ',
    );
    return (
      <Setting
        card={card}
        toggle={toggle}
        describedBy={describedBy}
        isLocked={isLocked}
        onSwitch={onSwitch}
      />
    );
  };
  const showInInterfaces = () => {
    onShow(card);
  };
  return (
    <div role="group" aria-labelledby={id} className={styles.card}>
      <div className={styles.line}>
        <AdapterKindIcon
          kind={card.kind}
          fontSize={20}
          className={mergeClasses(styles.icon, inUse && styles.inUse)}
        />
        <div className={styles.texts}>
          <div className={styles.title}>
            <h3 className={styles.name}>
              <bdi id={id}>{card.name}</bdi>
            </h3>
            <span className={styles.quiet}>{kindText(card)}</span>
            {lasts && (
              <span id={`${id}-lasting`}>
                <Ended>
                  <LastingBadge text={messages.lasting.mark.onAdapter} />
                </Ended>
              </span>
            )}
          </div>
          <span id={`${id}-status`} className={mergeClasses(styles.status, inUse && styles.inUse)}>
            <Ended>
              <Sentence
                text={cardStatusText(card, card.families, { traffic, companyVpn }, names)}
              />
            </Ended>
          </span>
        </div>
        {only && setting(only)}
        <CardMenu
          card={card}
          onShow={card.families.length === 0 ? null : showInInterfaces}
          apart={
            apart
              ? {
                  command: canSplit ? words.apart : words.together,
                  onToggle: () => {
                    setIsApart(canSplit);
                  },
                }
              : null
          }
        />
      </div>
      {switches.map((toggle) => {
        const mark = markOf(toggle);
        const isHidden = mark === null && !saysMore(toggle, card, traffic);
        return (
          <div
            key={toggle.family ?? 'both'}
            className={isHidden ? undefined : mergeClasses(styles.below, styles.besideMenu)}
            hidden={isHidden}
          >
            <SwitchMeaning
              id={meaningId(toggle)}
              toggle={toggle}
              mark={mark}
              status={cardStatusText(card, toggle.families, { traffic, companyVpn }, names)}
              consequence={meaningText(
                toggle,
                consequenceText(card, toggle.isOn, traffic, companyNetworks, names),
              )}
            />
            {toggle !== only && setting(toggle)}
          </div>
        );
      })}
      {card.kind === 'loopback' && (
        <div className={styles.below}>
          <p className={styles.text}>{words.loopback}</p>
        </div>
      )}
    </div>
  );
});
