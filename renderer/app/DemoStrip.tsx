// SPDX-License-Identifier: MIT
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { useEnvironment } from '../bridge/use-bridge-query';
import { messages } from '../../electron/language/messages';

const useStyles = makeStyles({
  strip: {
    ...typographyStyles.caption1Strong,
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalSNudge,
    minHeight: '28px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorPaletteBerryBackground1,
    color: tokens.colorPaletteBerryForeground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Says that nothing is real; only on the simulated stack, and then always. */
export function DemoStrip() {
  const styles = useStyles();
  const environment = useEnvironment();
  if (environment?.stack !== 'simulated') return null;
  return (
    <section aria-label={messages.demo.region} className={styles.strip}>
      <BeakerRegular fontSize={16} />
      {messages.demo.text}
    </section>
  );
}
