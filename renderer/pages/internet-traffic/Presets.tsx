// SPDX-License-Identifier: MIT
import {
  Checkbox,
  Label,
  makeStyles,
  mergeClasses,
  Radio,
  radioClassNames,
  RadioGroup,
  Select,
  shorthands,
  tokens,
  typographyStyles,
  useId,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Preset, PresetId, Preview } from '../../../electron/contract/preview';
import type { Luid } from '../../../electron/contract/snapshot';
import { lockedId } from '../../changes/use-are-edits-locked';
import { Sentence, withoutIsolates } from '../../ui/isolated-name';
import { messages } from '../../../electron/language/messages';
import { wideRoutesOf } from './card-text';
import type { TrafficNames } from '../../../electron/texts/traffic-text';
import { areHalves, counted } from '../../../electron/texts/traffic-text';

const words = messages.internetTraffic.presets;

const forced = '@media (forced-colors: active)';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  legend: { ...typographyStyles.subtitle2, margin: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  vpn: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
    // A name may have 256 characters.
    maxWidth: '320px',
  },
  vpnChoice: { flexGrow: 1, minWidth: 0 },
  group: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalXS,
  },
  choice: {
    display: 'flex',
    flexDirection: 'column',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  available: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  selected: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    [forced]: { border: '2px solid Highlight' },
  },
  unavailable: { backgroundColor: tokens.colorNeutralBackgroundDisabled },
  selectedUnavailable: { border: `1px solid ${tokens.colorNeutralStroke1}` },
  // Looks as a disabled one of Fluent's, but stays within reach, so that it can be read why. The class stands thrice
  // to outweigh what Fluent draws of a radio that is pressed.
  unavailableRadio: {
    '&&&': { cursor: 'default' },
    [`&&& ~ .${radioClassNames.label}`]: { cursor: 'default' },
    [`&&&:enabled[aria-disabled="true"] ~ .${radioClassNames.indicator}`]: {
      ...shorthands.borderColor(tokens.colorNeutralStrokeDisabled),
      color: tokens.colorNeutralForegroundDisabled,
      [forced]: {
        ...shorthands.borderColor('GrayText'),
        color: 'GrayText',
        '::after': { backgroundColor: 'GrayText' },
      },
    },
  },
  name: typographyStyles.body1Strong,
  unavailableName: { color: tokens.colorNeutralForeground3, [forced]: { color: 'GrayText' } },
  text: {
    ...typographyStyles.body1,
    // Close to the name, which has room of its own around it.
    margin: `-4px ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} 36px`,
    color: tokens.colorNeutralForeground2,
  },
  reason: { color: tokens.colorNeutralForeground3 },
  checkbox: { marginLeft: '28px' },
});

/**
 * Said of a choice that describes the settings as they are, while another one that does comes first: choosing it
 * would show nothing.
 */
function sameText(preset: Preset, { presets, presetNow }: Preview): string {
  const changesNothing = preset.obstacle === null && preset.operations.length === 0;
  if (!changesNothing || presetNow === null || presetNow === preset.id) return '';
  const order = presets.map(({ id }) => id);
  const isLater = order.indexOf(preset.id) > order.indexOf(presetNow);
  return isLater ? ` ${words.sameAs({ name: words.names[presetNow] })}` : '';
}

/** S9, unless a program has a tunnel without an adapter, as that of an IPsec policy is. */
function noVpnText(advice: Preview['advice']): string {
  const [program] = advice.flatMap((one) => (one.id === 'other-means' ? (one.program ?? []) : []));
  return program === undefined ? words.noVpn : words.noVpnAdapter({ program });
}

function companyOnlyText(internet: string | null, networks: number, vpn: string): string {
  const facts = { networks, counted: counted(networks), vpn };
  return internet === null
    ? words.companyOnlyNowhere(facts)
    : words.companyOnly({ ...facts, internet });
}

/** S8 to S11: what a preset would do, or why it can't. */
function presetText(
  preset: Preset,
  { vpn, traffic, advice }: Preview,
  names: TrafficNames,
): string {
  const { nameOf, system } = names;
  const { id, obstacle, exceptions, internetLuid, companyNetworks } = preset;
  const vpnName = vpn === null ? '' : nameOf(vpn);
  const internet = internetLuid === null ? null : nameOf(internetLuid);
  switch (obstacle) {
    case 'no-vpn':
      return noVpnText(advice);
    case 'no-route':
      return words.noRoute({ vpn: vpnName });
    case 'wide-routes':
      return words.wideRoutes({
        vpn: vpnName,
        isHalves: vpn !== null && areHalves(wideRoutesOf(vpn, traffic)),
      });
    case 'other-means':
      return words.otherMeans({ vpn: vpnName });
    case 'outranked':
      return internet === null
        ? words.outrankedToo({ vpn: vpnName })
        : words.outranked({ internet, vpn: vpnName });
    case null:
      break;
  }
  const said = exceptions.map(({ family, luid }) => {
    if (luid === null) return words.exceptionNowhere({ family });
    return id === 'through-vpn'
      ? words.throughVpnException({ family, adapter: nameOf(luid) })
      : words.exception({ family, adapter: nameOf(luid) });
  });
  const sentences: Readonly<Record<PresetId, string>> = {
    'through-vpn': words.throughVpn({ vpn: vpnName }),
    'company-only': companyOnlyText(internet, companyNetworks, vpnName),
    'system-default': words.systemDefault({ system }),
  };
  return [sentences[id], ...said].join(' ');
}

interface ChoiceProps {
  readonly value: string;
  readonly name: string;
  readonly text: string;
  readonly isSelected: boolean;
  readonly isUnavailable: boolean;
  readonly onChoose: () => void;
  /** What belongs to the choice and can be set while it is selected; it stays, so that no choice moves. */
  readonly children?: ReactNode;
}

/** One choice; a click anywhere on its card chooses it. */
function Choice(props: ChoiceProps) {
  const { value, name, text, isSelected, isUnavailable, onChoose, children } = props;
  const styles = useStyles();
  const textId = useId('preset');
  const canChoose = !isSelected && !isUnavailable;
  return (
    <div
      className={mergeClasses(
        styles.choice,
        canChoose && styles.available,
        isUnavailable && styles.unavailable,
        isSelected && (isUnavailable ? styles.selectedUnavailable : styles.selected),
      )}
      onClick={canChoose ? onChoose : undefined}
    >
      <Radio
        value={value}
        label={
          <span className={mergeClasses(styles.name, isUnavailable && styles.unavailableName)}>
            {name}
          </span>
        }
        aria-describedby={textId}
        {...(isUnavailable && {
          'aria-disabled': true,
          input: { className: styles.unavailableRadio },
        })}
      />
      <p id={textId} className={mergeClasses(styles.text, isUnavailable && styles.reason)}>
        <Sentence text={text} />
      </p>
      {children}
    </div>
  );
}

interface PresetsProps {
  /** A word about the choices, above them. */
  readonly hint: ReactNode;
  readonly preview: Preview;
  readonly names: TrafficNames;
  /** null: nothing fits. */
  readonly selected: PresetId | null;
  readonly isLocked: boolean;
  readonly blocksOthers: boolean;
  readonly onChoose: (preset: Preset) => void;
  readonly onChooseVpn: (vpn: Luid) => void;
  readonly onBlockOthers: (blocks: boolean) => void;
}

/** The three ready-made choices, and which of them holds. */
export function Presets(props: PresetsProps) {
  const { preview, names, selected, isLocked, blocksOthers } = props;
  const styles = useStyles();
  const legendId = useId('presets');
  const vpnId = useId('vpn');
  const { presets, vpns, vpn } = preview;

  const choose = (value: string) => {
    const preset = presets.find(({ id }) => id === value);
    if (preset?.obstacle === null && !isLocked) props.onChoose(preset);
  };
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h2 id={legendId} className={styles.legend}>
          {words.legend}
        </h2>
        {vpns.length > 1 && (
          <div className={styles.vpn}>
            <Label htmlFor={vpnId}>{words.vpn}</Label>
            <Select
              id={vpnId}
              className={styles.vpnChoice}
              value={vpn ?? ''}
              disabled={isLocked}
              onChange={(_, { value }) => {
                props.onChooseVpn(value);
              }}
            >
              {vpns.map((luid) => (
                <option key={luid} value={luid}>
                  {withoutIsolates(names.nameOf(luid))}
                </option>
              ))}
            </Select>
          </div>
        )}
      </div>
      {props.hint}
      <RadioGroup
        aria-labelledby={legendId}
        aria-describedby={isLocked ? lockedId : undefined}
        className={styles.group}
        value={selected ?? 'custom'}
        onChange={(_, { value }) => {
          choose(value);
        }}
      >
        {presets.map((preset) => (
          <Choice
            key={preset.id}
            value={preset.id}
            name={words.names[preset.id]}
            text={presetText(preset, preview, names) + sameText(preset, preview)}
            isSelected={preset.id === selected}
            isUnavailable={preset.obstacle !== null || isLocked}
            onChoose={() => {
              choose(preset.id);
            }}
          >
            {preset.id === 'through-vpn' && preset.obstacle === null && (
              <Checkbox
                className={styles.checkbox}
                label={words.blockOthers}
                checked={blocksOthers && preset.id === selected}
                disabled={isLocked || preset.id !== selected}
                onChange={(_, { checked }) => {
                  props.onBlockOthers(checked === true);
                }}
              />
            )}
          </Choice>
        ))}
        {selected === null && (
          <Choice
            value="custom"
            name={words.custom}
            text={words.customHelp}
            isSelected
            isUnavailable={false}
            onChoose={() => undefined}
          />
        )}
      </RadioGroup>
    </section>
  );
}
