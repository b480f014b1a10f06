// SPDX-License-Identifier: MIT
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useIsSlow } from './use-is-slow';

const useStyles = makeStyles({
  block: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingVerticalM,
  },
  bar: {
    height: '16px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    '@media (prefers-reduced-motion: no-preference)': {
      animationName: { from: { opacity: 1 }, '50%': { opacity: 0.5 }, to: { opacity: 1 } },
      animationDuration: '1.6s',
      animationIterationCount: 'infinite',
    },
  },
  short: { width: '60%' },
});

interface LoadingRowsProps {
  readonly label: string;
  readonly count: number;
}

/** Grey bars in place of what is being read, after 200 ms. */
export function LoadingRows({ label, count }: LoadingRowsProps) {
  const styles = useStyles();
  if (!useIsSlow(200)) return null;
  return (
    <div role="progressbar" aria-label={label} className={styles.block}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={mergeClasses(styles.bar, index % 3 === 2 && styles.short)} />
      ))}
    </div>
  );
}
