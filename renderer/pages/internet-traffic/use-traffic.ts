// SPDX-License-Identifier: MIT
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Operation } from '../../../electron/contract/operation';
import type { AppError } from '../../../electron/contract/errors';
import type { AdapterKinds, Preset, PresetId, Preview } from '../../../electron/contract/preview';
import type { Luid } from '../../../electron/contract/snapshot';
import { useBridge } from '../../bridge/bridge';
import { previewQuery } from '../../bridge/queries';
import { useEdits, useEditsDispatch } from '../../changes/edits-context';
import type { Edits } from '../../changes/edits-reducer';
import { operationsOf } from '../../changes/plan';
import { useAreEditsLocked } from '../../changes/use-are-edits-locked';
import { useEditList } from '../../changes/use-edit-list';
import { useInterfaces } from '../../adapters/use-interfaces';
import type { AdapterCard } from '../../traffic/adapter-cards';
import { presetActions } from '../../changes/preset-edits';
import { useTrafficChoices } from '../../traffic/traffic-choices';
import { shownPreset } from './shown-preset';
import { switchOperations } from './traffic-switches';
import type { TrafficSwitch } from './traffic-switches';
import type { TrafficNames } from '../../../electron/texts/traffic-text';
import { useAdapterCards } from '../../traffic/use-adapter-cards';
import { usePreview, usePreviewRequest } from '../../traffic/use-preview';
import { useTrafficNames } from '../../traffic/use-traffic-names';
import { useTypedAddress } from './use-typed-address';
import type { TypedAddress } from './use-typed-address';

/** Everything the page knows and can do. */
export interface Traffic {
  /** The newest answer, or while another is on its way the one before; undefined until the first. */
  readonly preview: Preview | undefined;
  /** Why there is no newer answer, or none at all. */
  readonly error: AppError | null;
  readonly cards: readonly AdapterCard[];
  readonly edits: Edits;
  /** Whether there are edits that can be applied. */
  readonly hasEdits: boolean;
  readonly isLocked: boolean;
  readonly names: TrafficNames;
  readonly kinds: AdapterKinds;
  /** The preset that holds with the edits; null: none does. */
  readonly selected: PresetId | null;
  /** Whether, with the edits, no other adapter carries internet traffic when the VPN is off. */
  readonly blocksOthers: boolean;
  readonly typed: TypedAddress;
  readonly choose: (preset: Preset) => void;
  /** Makes edits of operations. */
  readonly draft: (operations: readonly Operation[]) => void;
  readonly chooseVpn: (vpn: Luid) => void;
  readonly blockOthers: (blocks: boolean) => Promise<void>;
  readonly switchAdapter: (card: AdapterCard, toggle: TrafficSwitch, isOn: boolean) => void;
}

/** Switches every other adapter on that is switched off. */
function othersOn(cards: readonly AdapterCard[], vpn: Luid | null): readonly Operation[] {
  return cards
    .filter(({ luid, kind }) => luid !== vpn && kind !== 'loopback')
    .flatMap((card) =>
      switchOperations(card, { families: card.families.filter(({ live }) => live === 1) }, true),
    );
}

/** What the user chose last. It shows at once; the answer that confirms it comes a moment later. */
interface Chosen {
  readonly preset: PresetId;
  readonly blocksOthers: boolean;
}

/** The choices as they are shown: those of the user while an answer about them is on its way. */
function choicesShown(
  preview: Preview | undefined,
  operations: readonly Operation[],
  chosen: Chosen | null,
  isEarlier: boolean,
): Pick<Traffic, 'selected' | 'blocksOthers'> {
  if (chosen && isEarlier) return { selected: chosen.preset, blocksOthers: chosen.blocksOthers };
  return {
    selected: preview ? shownPreset(preview, operations, chosen?.preset ?? null) : null,
    blocksOthers: preview?.blocksOthers ?? false,
  };
}

/** Which way internet traffic goes, and the switches and choices that change it. */
export function useTraffic(): Traffic {
  const bridge = useBridge();
  const queryClient = useQueryClient();
  const { data: snapshot } = useInterfaces();
  const edits = useEdits();
  const operations = operationsOf(useEditList());
  const dispatch = useEditsDispatch();
  const isLocked = useAreEditsLocked();
  const names = useTrafficNames();
  const { chooseVpn } = useTrafficChoices();
  const typed = useTypedAddress();
  const [chosen, setChosen] = useState<Chosen | null>(null);

  const request = usePreviewRequest(operations, typed.addresses);
  const cards = useAdapterCards();
  const { preview, error, isEarlier } = usePreview(request);
  const draft = (wanted: readonly Operation[]) => {
    dispatch({ type: 'brought', operations: wanted });
  };
  const take = (preset: Preset, blocksOthers: boolean) => {
    for (const action of presetActions(preset.operations, edits)) dispatch(action);
    setChosen({ preset: preset.id, blocksOthers });
  };
  const blockOthers = async (blocks: boolean): Promise<void> => {
    const asked = { ...request, blocksOthers: blocks };
    const answer = await queryClient.query(previewQuery(bridge, asked, snapshot?.revision ?? 0));
    const preset = answer.presets.find(({ id }) => id === 'through-vpn');
    if (!preset) return;
    take(preset, blocks);
    if (!blocks) dispatch({ type: 'brought', operations: othersOn(cards, answer.vpn) });
  };
  const switchAdapter = useCallback<Traffic['switchAdapter']>(
    (card, toggle, isOn) => {
      setChosen(null);
      dispatch({ type: 'brought', operations: switchOperations(card, toggle, isOn) });
    },
    [dispatch],
  );
  return {
    preview,
    error,
    cards,
    edits,
    hasEdits: operations.length > 0,
    isLocked,
    names,
    kinds: request.kinds,
    ...choicesShown(preview, operations, chosen, isEarlier),
    typed,
    choose: (preset) => {
      take(preset, preview?.blocksOthers ?? false);
    },
    draft,
    chooseVpn,
    blockOthers,
    switchAdapter,
  };
}
