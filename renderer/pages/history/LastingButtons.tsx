// SPDX-License-Identifier: MIT
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { LastingSetting } from '../../../electron/contract/lasting';
import { useEnvironment, useLastingSettings } from '../../bridge/use-bridge-query';
import { useReview } from '../../changes/review-context';
import type { LastingSubject } from '../../changes/review-context';
import { useAreEditsLocked } from '../../changes/use-are-edits-locked';
import { isAbout } from '../../lasting/touched-settings';
import { whyNothingLasts, whyNothingStops } from '../../lasting/unavailable';
import { messages } from '../../../electron/language/messages';
import { isValueThere } from './live-changes';
import type { LiveChange } from './live-changes';

const words = messages.lasting;

const useStyles = makeStyles({
  block: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  button: { alignSelf: 'flex-start' },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

interface LastingButtonProps {
  readonly label: string;
  readonly subject: LastingSubject;
  /** Why nothing comes of it now; null where something does. */
  readonly obstacle: string | null;
}

function LastingButton({ label, subject, obstacle }: LastingButtonProps) {
  const styles = useStyles();
  const review = useReview();
  return (
    <Button
      className={styles.button}
      disabledFocusable={obstacle !== null}
      title={obstacle ?? undefined}
      onClick={() => {
        if (obstacle === null) review.open(subject);
      }}
    >
      {label}
    </Button>
  );
}

const noSettings: readonly LastingSetting[] = [];

/** Makes values of a kept transaction last that are there now, or stops those that last. */
export function LastingButtons({ changes }: { readonly changes: readonly LiveChange[] }) {
  const styles = useStyles();
  const lasting = useLastingSettings();
  const platform = useEnvironment()?.platform ?? 'linux';
  const isLocked = useAreEditsLocked();
  const settings = lasting?.settings ?? noSettings;

  const there = changes.filter(isValueThere).map(({ operation }) => operation);
  const isKnown = (setting: LastingSetting) => there.some((one) => isAbout(setting, one));
  const lastingHere = settings.filter(isKnown);
  const others = there.filter(
    (one) => !settings.some((setting) => isAbout(setting, one) && setting.value === one.value),
  );
  const locked = isLocked ? words.locked : null;
  const whyNotMake = locked ?? whyNothingLasts(lasting, platform);
  const keys = others.map(({ luid, family, field }) => ({ luid, family, field }));
  return (
    <div className={styles.block}>
      {keys.length > 0 && (
        <>
          <LastingButton
            label={words.dialog.make({ n: keys.length })}
            subject={{ kind: 'make-last', keys }}
            obstacle={whyNotMake}
          />
          {whyNotMake !== null && <p className={styles.quiet}>{whyNotMake}</p>}
        </>
      )}
      {lastingHere.length > 0 && (
        <LastingButton
          label={words.dialog.stop({ n: lastingHere.length })}
          subject={{ kind: 'stop-lasting', settings: lastingHere }}
          obstacle={locked ?? whyNothingStops(lasting)}
        />
      )}
    </div>
  );
}
