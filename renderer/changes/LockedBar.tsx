// SPDX-License-Identifier: MIT
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { messages } from '../../electron/language/messages';
import { lockedId } from './use-are-edits-locked';

const useStyles = makeStyles({
  bar: {
    ...typographyStyles.body1,
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalXXL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    '@media (max-height: 519px)': { paddingTop: 0, paddingBottom: 0 },
  },
  icon: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
});

/** In the place of the edits bar, where it is seen from every page: why nothing can be edited while a change waits. */
export function LockedBar() {
  const styles = useStyles();
  return (
    <section aria-label={messages.edits.region} className={styles.bar}>
      <LockClosedRegular fontSize={16} className={styles.icon} />
      <span id={lockedId}>{messages.details.locked}</span>
    </section>
  );
}
