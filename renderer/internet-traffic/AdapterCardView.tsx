// SPDX-License-Identifier: MIT
import {
  Badge,
  Link,
  makeStyles,
  mergeClasses,
  Switch,
  tokens,
  typographyStyles,
  useId,
} from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { memo, useState } from 'react';
import { useWindowWidth } from '../app/use-window-size';
import type { Edits } from '../changes/edits-reducer';
import { AdapterKindIcon } from '../ui/AdapterKindIcon';
import { Ended } from '../ui/Ended';
import { Sentence } from '../ui/isolated-name';
import { messages } from '../ui/messages';
import type { AdapterCard } from './adapter-cards';
import { CardMenu } from './CardMenu';
import { consequenceText, isInUse, statusText } from './card-text';
import type { TrafficByFamily } from './card-text';
import type { TrafficNames } from './traffic-text';
import { familiesDiffer, switchesOf } from './traffic-switches';
import type { TrafficSwitch } from './traffic-switches';

const words = messages.internetTraffic.adapters;

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
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
  // A long status wraps before the words of the switch do.
  texts: { display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: '200px', minWidth: 0 },
  name: { ...typographyStyles.body1Strong, overflowWrap: 'anywhere' },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  status: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
  below: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    paddingLeft: '32px',
  },
  narrow: { paddingLeft: 0 },
  meaning: { flexBasis: '320px', flexGrow: 1, minWidth: 0 },
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  edited: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  setting: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  together: {
    ...typographyStyles.caption1,
    minHeight: '24px',
  },
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
  /** What describes the switch: status, meaning, why it can't be moved. */
  readonly describedBy: string;
  readonly isLocked: boolean;
  readonly onSwitch: (card: AdapterCard, toggle: TrafficSwitch, isOn: boolean) => void;
}

/** One switch, and whether it is edited. */
function Setting({ card, toggle, describedBy, isLocked, onSwitch }: SettingProps) {
  const styles = useStyles();
  const editedId = useId('edited');
  const isBlocked = isLocked || toggle.refusal !== undefined;
  const isEdited = toggle.isEdited && !isLocked;
  return (
    <div className={styles.setting}>
      {isEdited && <EditedMark id={editedId} toggle={toggle} />}
      <Switch
        aria-label={words.useNamed(card.name, toggle.family)}
        aria-describedby={isEdited ? `${editedId} ${describedBy}` : describedBy}
        label={toggle.family === null ? words.use : `${words.use}, ${toggle.family}`}
        labelPosition="before"
        checked={toggle.isOn}
        disabledFocusable={isBlocked}
        onChange={(_, { checked }) => {
          if (!isBlocked) onSwitch(card, toggle, checked);
        }}
      />
    </div>
  );
}

interface MeaningProps {
  readonly id: string;
  readonly toggle: TrafficSwitch;
  readonly status: string;
  readonly consequence: string;
}

/** What becomes of moving a switch. */
function Meaning({ id, toggle, status, consequence }: MeaningProps) {
  const styles = useStyles();
  const obstacle = obstacleOf(toggle);
  return (
    <div id={id} className={styles.meaning}>
      {toggle.family !== null && (
        <p className={styles.text}>
          <Ended>
            <Sentence text={words.familyStatus(toggle.family, status)} />
          </Ended>
        </p>
      )}
      <p className={styles.text}>
        <Sentence text={consequence} />
      </p>
      {obstacle !== null && <p className={styles.text}>{obstacle}</p>}
      {toggle.isChangedOutside && <p className={styles.text}>{words.changedOutside}</p>}
    </div>
  );
}

/** The kind, unless the name says it already. */
function kindText({ kind, name, isKindCorrected }: AdapterCard): string {
  const text = messages.interfaces.kinds[kind];
  if (isKindCorrected) return words.setByYou(text);
  return text === name ? '' : text;
}

export interface AdapterCardViewProps {
  readonly card: AdapterCard;
  /** The edits of this adapter. */
  readonly edits: Edits;
  readonly traffic: TrafficByFamily;
  readonly names: TrafficNames;
  /** How many networks the VPN's own routes name; null where that isn't known. */
  readonly companyNetworks: number | null;
  readonly isLocked: boolean;
  readonly onSwitch: SettingProps['onSwitch'];
  readonly onShow: (card: AdapterCard) => void;
}

/** One adapter: what it does now, its switches, and what they mean on it. */
export const AdapterCardView = memo(function AdapterCardView(props: AdapterCardViewProps) {
  const { card, edits, traffic, names, companyNetworks, isLocked, onSwitch, onShow } = props;
  const styles = useStyles();
  const width = useWindowWidth();
  const id = useId('adapter');
  const [isApart, setIsApart] = useState(false);
  const isNarrow = width === 'narrow' || width === 'small';
  const switches = switchesOf(card, edits, isApart);
  const [only] = switches.length === 1 ? switches : [];
  const inUse = isInUse(card, traffic);
  const canSplit = only?.families.length === 2 && only.refusal === undefined;
  const canJoin = isApart && switches.length === 2 && !familiesDiffer(card, edits);
  const splitCommand = canSplit ? words.apart : words.together;
  const meaningId = (toggle: TrafficSwitch) => `${id}-meaning-${toggle.family ?? 'both'}`;
  const below = mergeClasses(styles.below, isNarrow && styles.narrow);

  const setting = (toggle: TrafficSwitch) => (
    <Setting
      card={card}
      toggle={toggle}
      describedBy={`${id}-status ${meaningId(toggle)}`}
      isLocked={isLocked}
      onSwitch={onSwitch}
    />
  );
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
          <span>
            <bdi id={id} className={styles.name}>
              {card.name}
            </bdi>{' '}
            <span className={styles.quiet}>{kindText(card)}</span>
          </span>
          <span id={`${id}-status`} className={mergeClasses(styles.status, inUse && styles.inUse)}>
            <Ended>
              <Sentence text={statusText(card, card.families, traffic, names)} />
            </Ended>
          </span>
        </div>
        {only && !isNarrow && setting(only)}
        <CardMenu card={card} onShow={card.families.length === 0 ? null : showInInterfaces} />
      </div>
      {switches.map((toggle) => (
        <div key={toggle.family ?? 'both'} className={below}>
          <Meaning
            id={meaningId(toggle)}
            toggle={toggle}
            status={statusText(card, toggle.families, traffic, names)}
            consequence={consequenceText(card, toggle.isOn, traffic, companyNetworks, names)}
          />
          {(toggle !== only || isNarrow) && setting(toggle)}
        </div>
      ))}
      {card.kind === 'loopback' && (
        <div className={below}>
          <p className={styles.text}>{words.loopback}</p>
        </div>
      )}
      {(canSplit || canJoin) && !isLocked && (
        <div className={below}>
          <Link
            as="button"
            className={styles.together}
            aria-label={words.named(splitCommand, card.name)}
            onClick={() => {
              setIsApart(canSplit);
            }}
          >
            {splitCommand}
          </Link>
        </div>
      )}
    </div>
  );
});
