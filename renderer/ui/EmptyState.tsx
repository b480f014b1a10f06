// SPDX-License-Identifier: MIT
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import type { ComponentType } from 'react';

const useStyles = makeStyles({
  block: {
    ...typographyStyles.body1,
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingVerticalXXL,
    color: tokens.colorNeutralForeground2,
    textAlign: 'center',
  },
  icon: { width: '32px', height: '32px', color: tokens.colorNeutralForeground3 },
  text: { margin: 0, maxWidth: '480px' },
});

interface EmptyStateProps {
  /** What would stand here, as a picture; without one it says whether there is an error. */
  readonly Icon?: ComponentType<{ readonly className?: string }>;
  readonly text: string;
  readonly detail?: string;
  readonly action?: string;
  readonly onAction?: () => void;
}

/** Stands where there is nothing to show: one sentence and one action. */
export function EmptyState({ Icon, text, detail, action, onAction }: EmptyStateProps) {
  const styles = useStyles();
  const Picture = Icon ?? (detail === undefined ? InfoRegular : ErrorCircleRegular);
  return (
    <div className={styles.block}>
      <Picture className={styles.icon} />
      <p className={styles.text}>{text}</p>
      {detail !== undefined && <p className={styles.text}>{detail}</p>}
      {action !== undefined && <Button onClick={onAction}>{action}</Button>}
    </div>
  );
}
