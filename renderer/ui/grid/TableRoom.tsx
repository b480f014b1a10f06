// SPDX-License-Identifier: MIT
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode, Ref } from 'react';

const useStyles = makeStyles({
  room: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

interface TableRoomProps {
  /** From `useTableRoom`. */
  readonly ref: Ref<HTMLDivElement>;
  /** The table, or what stands in its place. */
  readonly children: ReactNode;
}

/** The room of a page that its table fills. */
export function TableRoom({ ref, children }: TableRoomProps) {
  const styles = useStyles();
  return (
    <div ref={ref} className={styles.room}>
      {children}
    </div>
  );
}
