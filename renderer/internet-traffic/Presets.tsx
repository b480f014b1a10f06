// SPDX-License-Identifier: MIT
import {
  Checkbox,
  Field,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  Select,
  tokens,
  typographyStyles,
  useId,
} from '@fluentui/react-components';
import type { Preset, PresetId, Preview } from '../../electron/contract/preview';
import type { Luid } from '../../electron/contract/snapshot';
import { Sentence, withoutIsolates } from '../ui/isolated-name';
import { messages } from '../ui/messages';
import type { TrafficNames } from './traffic-text';

const words = messages.internetTraffic.presets;

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  legend: { ...typographyStyles.subtitle2, margin: 0 },
  vpn: { maxWidth: '320px' },
  group: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalS,
  },
  choice: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  selected: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  name: { ...typographyStyles.body1Strong, color: tokens.colorNeutralForeground1 },
  unavailableName: { color: tokens.colorNeutralForeground3 },
  text: {
    ...typographyStyles.body1,
    margin: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalSNudge} 36px`,
    color: tokens.colorNeutralForeground2,
  },
  reason: { color: tokens.colorNeutralForeground3 },
  checkbox: { marginLeft: '28px' },
});

/** S8 to S11: what a preset would do, or why it can't. */
function presetText(preset: Preset, vpn: Luid | null, { nameOf, system }: TrafficNames): string {
  const { id, obstacle, exceptions, internetLuid, companyNetworks } = preset;
  const vpnName = vpn === null ? '' : nameOf(vpn);
  switch (obstacle) {
    case 'no-vpn':
      return words.noVpn;
    case 'no-route':
      return words.noRoute(vpnName);
    case 'half-routes':
      return words.halfRoutes(vpnName);
    case 'other-means':
      return words.otherMeans(vpnName);
    case null:
      break;
  }
  const said = exceptions.map(({ family, luid }) => {
    if (luid === null) return words.exceptionNowhere(family);
    return id === 'through-vpn'
      ? words.throughVpnException(family, nameOf(luid))
      : words.exception(family, nameOf(luid));
  });
  const internet = internetLuid === null ? null : nameOf(internetLuid);
  const sentences: Readonly<Record<PresetId, string>> = {
    'through-vpn': words.throughVpn(vpnName),
    'company-only': words.companyOnly(internet, companyNetworks, vpnName),
    'system-default': words.systemDefault(system),
  };
  return [sentences[id], ...said].join(' ');
}

interface ChoiceProps {
  readonly value: string;
  readonly name: string;
  readonly text: string;
  readonly isSelected: boolean;
  readonly isUnavailable: boolean;
}

function Choice({ value, name, text, isSelected, isUnavailable }: ChoiceProps) {
  const styles = useStyles();
  const textId = useId('preset');
  return (
    <div className={mergeClasses(styles.choice, isSelected && styles.selected)}>
      <Radio
        value={value}
        label={
          <span className={mergeClasses(styles.name, isUnavailable && styles.unavailableName)}>
            {name}
          </span>
        }
        aria-describedby={textId}
        {...(isUnavailable && { 'aria-disabled': true })}
      />
      <p id={textId} className={mergeClasses(styles.text, isUnavailable && styles.reason)}>
        <Sentence text={text} />
      </p>
    </div>
  );
}

interface PresetsProps {
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
  const { presets, vpns, vpn } = preview;

  const choose = (value: string) => {
    const preset = presets.find(({ id }) => id === value);
    if (preset?.obstacle === null && !isLocked) props.onChoose(preset);
  };
  return (
    <section className={styles.section}>
      <h2 id={legendId} className={styles.legend}>
        {words.legend}
      </h2>
      {vpns.length > 1 && (
        <Field className={styles.vpn} label={words.vpn}>
          <Select
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
        </Field>
      )}
      <RadioGroup
        aria-labelledby={legendId}
        className={styles.group}
        value={selected ?? 'custom'}
        onChange={(_, { value }) => {
          choose(value);
        }}
      >
        {presets.map((preset) => (
          <div key={preset.id}>
            <Choice
              value={preset.id}
              name={words.names[preset.id]}
              text={presetText(preset, vpn, names)}
              isSelected={preset.id === selected}
              isUnavailable={preset.obstacle !== null || isLocked}
            />
            {preset.id === 'through-vpn' && preset.id === selected && (
              <Checkbox
                className={styles.checkbox}
                label={words.blockOthers}
                checked={blocksOthers}
                disabled={isLocked}
                onChange={(_, { checked }) => {
                  props.onBlockOthers(checked === true);
                }}
              />
            )}
          </div>
        ))}
        {selected === null && (
          <Choice
            value="custom"
            name={words.custom}
            text={words.customHelp}
            isSelected
            isUnavailable={false}
          />
        )}
      </RadioGroup>
    </section>
  );
}
