// SPDX-License-Identifier: MIT
// Files that come to the window: dropped on it, or given to the program by the system.

import { useEffect, useEffectEvent, useState } from 'react';
import type { Reply } from '../../../electron/contract/errors';
import type { IpcBridge } from '../../../electron/contract/ipc-schema';
import { maxFileName, maxOpenedBytes } from '../../../electron/contract/support';
import type { OpenResult, SavedSetDefect } from '../../../electron/contract/support';
import { isModalOpen } from '../../ui/use-shortcuts';
import { useBridge } from '../../bridge/bridge';
import { useSupportRequest } from './support-request';

/** Shows the file that a double click opened, at the start and later. */
export function useGivenFile(): void {
  const bridge = useBridge();
  const { open } = useSupportRequest();
  const take = useEffectEvent(async () => {
    const reply = await bridge.support.takeGiven();
    // Without a file there is nothing to load the dialogs for.
    if (!reply.ok || reply.value !== null) open(() => Promise.resolve(reply));
  });
  useEffect(() => {
    void take();
    return bridge.support.given(() => void take());
  }, [bridge]);
}

const unusable = (name: string, defect: SavedSetDefect): Reply<OpenResult> => ({
  ok: true,
  value: { kind: 'unusable', name, defect },
});

async function read(bridge: IpcBridge, file: File, isAlone: boolean): Promise<Reply<OpenResult>> {
  const name = file.name.slice(0, maxFileName);
  if (!isAlone) return unusable(name, 'several');
  if (file.size > maxOpenedBytes) return unusable(name, 'too-large');
  try {
    return await bridge.support.openText(name, await file.text());
  } catch {
    // A folder, or gone meanwhile.
    return unusable(name, 'unreadable');
  }
}

const bringsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;

/** Opens files that fall on the window; whether one is above it now. */
export function useFileDrop(): boolean {
  const bridge = useBridge();
  const { open } = useSupportRequest();
  const [isAbove, setIsAbove] = useState(false);
  const hover = useEffectEvent((event: DragEvent) => {
    if (!bringsFiles(event) || isModalOpen()) return;
    event.preventDefault();
    setIsAbove(true);
  });
  const leave = useEffectEvent(({ relatedTarget }: DragEvent) => {
    if (relatedTarget === null) setIsAbove(false);
  });
  const drop = useEffectEvent((event: DragEvent) => {
    setIsAbove(false);
    const [file, another] = event.dataTransfer?.files ?? [];
    if (!file || isModalOpen()) return;
    event.preventDefault();
    open(() => read(bridge, file, another === undefined));
  });
  useEffect(() => {
    const listeners = {
      dragover: (event: DragEvent) => {
        hover(event);
      },
      dragleave: (event: DragEvent) => {
        leave(event);
      },
      drop: (event: DragEvent) => {
        drop(event);
      },
    };
    document.addEventListener('dragover', listeners.dragover);
    document.addEventListener('dragleave', listeners.dragleave);
    document.addEventListener('drop', listeners.drop);
    return () => {
      document.removeEventListener('dragover', listeners.dragover);
      document.removeEventListener('dragleave', listeners.dragleave);
      document.removeEventListener('drop', listeners.drop);
    };
  }, []);
  return isAbove;
}
