// SPDX-License-Identifier: MIT
import { useEffect, useState } from 'react';
import { useDetails } from '../../ui/details-context';
import { isPaneOver } from '../../ui/pane-place';
import { useWindowWidth } from '../../ui/use-window-size';

/** What stands beside or over the table, and how it is opened and closed. */
export interface Panes {
  /** Whether several rows are edited together; else the pane is about the one that is looked at, if any. */
  readonly isForMany: boolean;
  /** Opens the pane for several where it is not open by itself; undefined where it is, or they are too few. */
  readonly openMany: (() => void) | undefined;
  readonly closeMany: () => void;
  /** Closes what is open; without anything, the selection ends. */
  readonly closeAny: () => void;
}

/** Several selected rows have a pane of their own: beside the table at once, over it when asked for. */
export function usePanes(selected: number, clearSelection: () => void): Panes {
  const details = useDetails();
  const isOver = isPaneOver(useWindowWidth());
  const [isWanted, setIsWanted] = useState(false);
  const areMany = selected > 1;
  useEffect(() => {
    if (!areMany) return undefined;
    return () => {
      setIsWanted(false);
    };
  }, [areMany]);
  const isForMany = areMany && (!isOver || isWanted);
  const closeMany = () => {
    if (isOver) setIsWanted(false);
    else clearSelection();
  };
  return {
    isForMany,
    openMany:
      isOver && areMany
        ? () => {
            setIsWanted(true);
          }
        : undefined,
    closeMany,
    closeAny: () => {
      if (isForMany) closeMany();
      else if (details.target) details.close();
      else clearSelection();
    },
  };
}
