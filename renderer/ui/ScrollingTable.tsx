// SPDX-License-Identifier: MIT
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  scroller: { overflowX: 'auto' },
  table: { ...typographyStyles.body1, width: '100%', borderCollapse: 'collapse' },
  headerCell: {
    ...typographyStyles.caption1Strong,
    position: 'sticky',
    top: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    textAlign: 'start',
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
});

/** One cell of a ScrollingTable. */
export function ScrollingTableCell({ children }: { readonly children: ReactNode }) {
  return <td className={useStyles().cell}>{children}</td>;
}

interface ScrollingTableProps {
  readonly label: string;
  readonly columns: readonly string[];
  /** Pixels below which it scrolls sideways. */
  readonly minWidth?: number;
  /** Rows of ScrollingTableCells. */
  readonly children: ReactNode;
}

/** A table inside a dialog, which scrolls it; where all columns fit, their names stay in sight. */
export function ScrollingTable({ label, columns, minWidth, children }: ScrollingTableProps) {
  const styles = useStyles();
  return (
    <div className={minWidth === undefined ? undefined : styles.scroller}>
      <table
        aria-label={label}
        className={styles.table}
        style={minWidth === undefined ? undefined : { minWidth: `${minWidth}px` }}
      >
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles.headerCell}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
