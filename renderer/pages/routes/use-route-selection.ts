// SPDX-License-Identifier: MIT
import { useCallback, useState } from 'react';
import type { RefObject } from 'react';
import type { RouteRow } from '../../../electron/texts/route-rows';
import { focusRow } from '../../ui/grid/use-active-row';
import type { GridColumns } from '../../ui/grid/use-grid-table';
import type { RowSelection } from '../../ui/grid/use-row-selection';
import { useSelectableRows } from '../../ui/grid/use-selectable-rows';
import type { RouteColumnId } from './arrange-rows';
import { routesText } from './routes-text';
import { useOpenedRoute } from './use-opened-route';

const nothing: RowSelection = new Set();

interface RouteTable {
  readonly all: readonly RouteRow[];
  /** Those in sight, in their order. */
  readonly shown: readonly RouteRow[];
  readonly columns: GridColumns<RouteColumnId>;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** Which rows of the table are looked at or selected, and what can be done with them. */
export function useRouteSelection({ all, shown, columns, scroller }: RouteTable) {
  const [selection, select] = useState(nothing);
  const { opened, row, open } = useOpenedRoute(all);
  const textOf = useCallback(
    (rows: readonly RouteRow[]) =>
      routesText(
        rows,
        columns.inSight.map(({ id }) => id),
      ),
    [columns],
  );
  const { actions, copy } = useSelectableRows({
    all,
    shown,
    textOf,
    selection,
    select,
    onOpen: ({ id }) => {
      open({ id, movesFocus: false });
    },
  });
  const openByKey = ({ id }: RouteRow) => {
    open({ id, movesFocus: true });
  };
  const close = () => {
    open(null);
    focusRow(scroller.current, opened?.id);
  };
  /** Closes what is open; without anything, the selection ends. */
  const closeAny = opened ? close : actions.clear;
  return {
    selection,
    actions,
    copy,
    openByKey,
    pane: row && { row, movesFocus: opened?.movesFocus === true, onClose: close },
    closeAny,
  };
}
