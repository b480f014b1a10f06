// SPDX-License-Identifier: MIT
// The command that says which way an address or a website goes, and why.

import type { ResolvedName } from '../../contract/domain-name';
import { families } from '../../contract/family';
import type { Path, Preview, Probe } from '../../contract/preview';
import type { AddressText } from '../../contract/snapshot';
import { NameLookups } from '../../resolver/name-lookups';
import { indented, wrapped } from '../../terminal/columns';
import { trafficReason } from '../../texts/traffic-text';
import { parseTypedHost } from '../../texts/typed-host';
import { conjunction } from '../../language/lists';
import { messages } from '../../language/messages';
import { terminalNames } from '../adapters';
import type { TerminalNames } from '../adapters';
import type { Command } from '../context';
import type { Session } from '../session';
import { UsageProblem } from '../usage-problem';
import { pathText, splitTunnellingText } from '../words';

const words = messages.internetTraffic.probes;

/** The addresses that are meant, and the name that the resolver has them for. */
async function addressesOf(
  typed: string,
): Promise<{ readonly addresses: readonly AddressText[]; readonly resolved?: ResolvedName }> {
  const host = parseTypedHost(typed);
  if (host === null) throw new UsageProblem(words.invalid);
  if (host.kind === 'address') return { addresses: [host.address] };
  const resolved = await new NameLookups().addressesOf(host.name);
  return { addresses: resolved.addresses, resolved };
}

const isTyped = ({ kind }: Probe) => kind === 'typed';

/** Where these addresses would go with split tunnelling on; null where it is on, or cannot be. */
async function withSplitTunnelling(
  session: Session,
  { presets }: Preview,
  addresses: readonly AddressText[],
): Promise<ReadonlyMap<AddressText, Path> | null> {
  const preset = presets.find(({ id }) => id === 'company-only');
  if (preset?.obstacle !== null || preset.operations.length === 0) return null;
  const { probes } = await session.preview({ operations: preset.operations, addresses });
  return new Map(probes.filter(isTyped).map(({ address, after }) => [address, after]));
}

function reasonOf(probe: Probe, { traffic }: Preview, names: TerminalNames): readonly string[] {
  if (!probe.isInternet) return [];
  return [trafficReason(probe.family, traffic[probe.family].now, names)];
}

function probeLines(
  probe: Probe,
  preview: Preview,
  split: ReadonlyMap<AddressText, Path> | null,
  names: TerminalNames,
): readonly string[] {
  const texts = [
    ...reasonOf(probe, preview, names),
    ...(probe.isReliable ? [] : [`${words.notReliableHere}.`]),
    ...splitTunnellingText(probe.now, split?.get(probe.address) ?? null, names.nameOf),
  ];
  return [
    ...wrapped(`${probe.address} ${pathText(probe.now, names.nameOf)}`),
    ...texts.flatMap((text) => indented(text, 2)),
  ];
}

export const why: Command = async ({ session, line, terminal, isJson, printJson }) => {
  const { addresses, resolved } = await addressesOf(line.arguments[0] ?? '');
  const preview = await session.preview({ addresses });
  const split = await withSplitTunnelling(session, preview, addresses);
  const probes = preview.probes.filter(isTyped);
  if (isJson) {
    const traffic = Object.fromEntries(families.map((one) => [one, preview.traffic[one].now]));
    const told = probes.map(({ now, address, family, isInternet, isReliable }) => {
      return { address, family, isInternet, isReliable, now, split: split?.get(address) ?? null };
    });
    printJson({ name: resolved?.name ?? null, probes: told, traffic });
    return 'done';
  }
  const names = terminalNames(await session.snapshot());
  if (resolved)
    terminal.say(
      wrapped(words.resolved({ name: resolved.name, addresses: conjunction(resolved.addresses) })),
    );
  terminal.say(probes.flatMap((probe) => probeLines(probe, preview, split, names)));
  return 'done';
};
