// SPDX-License-Identifier: MIT
import { makeStyles, tokens, typographyStyles, useId } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalS,
    minHeight: '68px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  // What is left beside less than this is better used by the control below.
  texts: { flexGrow: 1, flexBasis: '260px', minWidth: 0 },
  label: { ...typographyStyles.body1, display: 'block' },
  help: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  problem: {
    ...typographyStyles.caption1,
    margin: 0,
    color: tokens.colorStatusDangerForeground3,
  },
});

/** What names and describes a control to assistive programs. */
export interface ControlNames {
  readonly 'aria-labelledby': string;
  readonly 'aria-describedby': string;
}

interface SettingRowProps {
  readonly label: string;
  /** One line. */
  readonly help: string;
  /** Why a choice came to nothing. */
  readonly problem?: string | null;
  /** Stands to the right, or below where there is no room. */
  readonly control: (names: ControlNames) => ReactNode;
}

/** One setting: what it is called, what it does, and its control. */
export function SettingRow({ label, help, problem = null, control }: SettingRowProps) {
  const styles = useStyles();
  const labelId = useId('label');
  const helpId = useId('help');
  return (
    <li className={styles.row}>
      <div className={styles.texts}>
        <span id={labelId} className={styles.label}>
          {label}
        </span>
        <p id={helpId} className={styles.help}>
          {help}
        </p>
        {problem !== null && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
      </div>
      {control({ 'aria-labelledby': labelId, 'aria-describedby': helpId })}
    </li>
  );
}
