// SPDX-License-Identifier: MIT
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

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
  text: { margin: 0, maxWidth: '480px' },
});

interface EmptyStateProps {
  readonly text: string;
  readonly detail?: string;
  readonly action?: string;
  readonly onAction?: () => void;
}

/** Stands where there is nothing to show: one sentence and one action. */
export function EmptyState({ text, detail, action, onAction }: EmptyStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.block}>
      <p className={styles.text}>{text}</p>
      {detail !== undefined && <p className={styles.text}>{detail}</p>}
      {action !== undefined && <Button onClick={onAction}>{action}</Button>}
    </div>
  );
}
