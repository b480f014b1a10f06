// SPDX-License-Identifier: MIT
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { LastingSetting } from '../../../electron/contract/lasting';
import type { FieldValue } from '../../../electron/contract/snapshot';
import { useEnvironment, useLastingSettings } from '../../bridge/use-bridge-query';
import { useReview } from '../review-context';
import { useAreEditsLocked } from '../use-are-edits-locked';
import { settingInSentence, settingValueText, valueText } from '../../../electron/texts/field-text';
import { fieldLabel } from '../../../electron/texts/field-words';
import { messages } from '../../../electron/language/messages';
import { LastingBadge } from '../../lasting/LastingBadge';
import { lastingStatusText } from '../../../electron/texts/lasting-text';
import { whyNothingStops } from '../../lasting/unavailable';

const words = messages.lasting;

const useStyles = makeStyles({
  mark: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
  },
  text: {
    ...typographyStyles.caption1,
    flexGrow: 1,
    flexBasis: '132px',
    margin: 0,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

interface LastingMarkProps {
  readonly setting: LastingSetting;
  /** The value there now. */
  readonly live: FieldValue;
  /** Names the text, for descriptions. */
  readonly id?: string;
  /** Whether it stands on the field itself: there field and values have their own names. */
  readonly isOnField?: boolean;
}

/** S37: says that a value lasts and how that stands, and stops it. */
export function LastingMark({ setting, live, id, isOnField = false }: LastingMarkProps) {
  const styles = useStyles();
  const review = useReview();
  const isLocked = useAreEditsLocked();
  const stack = useEnvironment()?.stack ?? 'linux';
  const lasting = useLastingSettings();
  const obstacle = isLocked ? words.locked : whyNothingStops(lasting);
  const { field, value, status } = setting;
  const said = lastingStatusText(setting, lasting?.keeper ?? 'running', stack);
  const markText = () => {
    if (value === live) return `${words.mark.text} ${said}`;
    const wanted = (isOnField ? valueText : settingValueText)(field, value, stack);
    // What it was changed to stands beside this.
    if (status.state === 'changed') return words.mark.changed({ value: wanted });
    return `${words.mark.otherValue({ value: wanted })} ${said}`;
  };
  return (
    <div className={styles.mark}>
      <LastingBadge text={words.mark.badge} />
      <p id={id} className={styles.text}>
        {markText()}
      </p>
      <Button
        size="small"
        aria-label={words.stopNamed({
          where: isOnField ? fieldLabel(field) : settingInSentence(field),
        })}
        disabledFocusable={obstacle !== null}
        title={obstacle ?? undefined}
        onClick={() => {
          if (obstacle === null) review.open({ kind: 'stop-lasting', settings: [setting] });
        }}
      >
        {words.stop}
      </Button>
    </div>
  );
}
