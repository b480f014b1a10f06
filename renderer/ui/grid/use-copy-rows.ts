// SPDX-License-Identifier: MIT
import { useAnnounce } from '@fluentui/react-components';
import { useCallback } from 'react';
import { useBridge } from '../../bridge/bridge';
import { messages } from '../../../electron/language/messages';
import type { GridRowData } from './use-active-row';

/** What Copy takes when it is asked for at a row: the selection it belongs to, or the row alone. */
export function rowsToCopy<Row extends GridRowData>(
  selected: readonly Row[],
  at: Row,
): readonly Row[] {
  return selected.some(({ id }) => id === at.id) ? selected : [at];
}

/** Copies rows as the text that `textOf` makes of them. */
export function useCopyRows<Row extends GridRowData>(
  selected: readonly Row[],
  textOf: (rows: readonly Row[]) => string,
): (at: Row) => void {
  const bridge = useBridge();
  const { announce } = useAnnounce();
  return useCallback(
    (at) => {
      const rows = rowsToCopy(selected, at);
      void bridge.app.copyText(textOf(rows)).then((reply) => {
        const { copied } = messages.selection;
        announce(reply.ok ? copied({ n: rows.length }) : messages.copied.failed, { polite: true });
      });
    },
    [selected, textOf, bridge, announce],
  );
}
