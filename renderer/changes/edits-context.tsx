// SPDX-License-Identifier: MIT
import { useQuery } from '@tanstack/react-query';
import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
} from 'react';
import type { Dispatch, ReactNode } from 'react';
import type { AppError } from '../../electron/contract/errors';
import type { IpcBridge } from '../../electron/contract/ipc-schema';
import { appErrorOf, unwrap, useBridge } from '../bridge/bridge';
import { storedEditsQuery } from '../bridge/queries';
import { editsFromStored } from './edit';
import { editsReducer } from './edits-reducer';
import type { Edits, EditsAction } from './edits-reducer';

/** What went wrong with keeping edits for a crash. */
export interface EditsTrouble {
  readonly loading: AppError | null;
  readonly storing: AppError | null;
}

const EditsContext = createContext<Edits>([]);
const DispatchContext = createContext<Dispatch<EditsAction> | null>(null);
const TroubleContext = createContext<EditsTrouble>({ loading: null, storing: null });

/** Stores the newest edits, one call at a time; those that came in between are never sent. */
function storeNewest(bridge: IpcBridge, onResult: (error: AppError | null) => void) {
  let waiting: Edits | null = null;
  let busy = false;
  const send = async (): Promise<void> => {
    if (busy || waiting === null) return;
    const edits = waiting;
    [waiting, busy] = [null, true];
    try {
      unwrap(await bridge.edits.store(edits));
      onResult(null);
    } catch (reason) {
      onResult(appErrorOf(reason));
    }
    busy = false;
    await send();
  };
  return (edits: Edits) => {
    waiting = edits;
    void send();
  };
}

/** Holds the edits, brings back those of the last run, and stores every change so that a crash loses none. */
export function EditsProvider({ children }: { readonly children: ReactNode }) {
  const bridge = useBridge();
  const stored = useQuery(storedEditsQuery(bridge));
  const [edits, dispatch] = useReducer(editsReducer, []);
  const [storingError, setStoringError] = useState<AppError | null>(null);
  const [store] = useState(() => storeNewest(bridge, setStoringError));
  const isRestored = useRef(false);
  const lastStored = useRef<Edits | null>(null);
  const { isPending, data } = stored;

  // Before the picture is drawn, so that none is without them.
  useLayoutEffect(() => {
    if (isRestored.current || isPending) return;
    isRestored.current = true;
    if (!data || data.length === 0) return;
    // What was drafted meanwhile is stored together with them: alone it would take their place.
    lastStored.current = edits;
    dispatch({ type: 'restored', edits: editsFromStored(data) });
  }, [isPending, data, edits]);

  useEffect(() => {
    if (isPending) return;
    const nothingYet = lastStored.current === null && edits.length === 0;
    if (lastStored.current !== edits && !nothingYet) store(edits);
    lastStored.current = edits;
  }, [isPending, edits, store]);

  const trouble = {
    loading: stored.error ? appErrorOf(stored.error) : null,
    storing: storingError,
  };
  return (
    <DispatchContext.Provider value={dispatch}>
      <TroubleContext.Provider value={trouble}>
        <EditsContext.Provider value={edits}>{children}</EditsContext.Provider>
      </TroubleContext.Provider>
    </DispatchContext.Provider>
  );
}

/** All edits, the latest last. */
export function useEdits(): Edits {
  return useContext(EditsContext);
}

/** The way to change edits. */
export function useEditsDispatch(): Dispatch<EditsAction> {
  const dispatch = useContext(DispatchContext);
  if (!dispatch) throw new Error('useEditsDispatch needs an EditsProvider around it');
  return dispatch;
}

/** Why edits would not survive a crash, if so. */
export function useEditsTrouble(): EditsTrouble {
  return useContext(TroubleContext);
}
