// SPDX-License-Identifier: MIT
// Which adapter is meant by what one was called, whatever LUID it has now; twin of native/lasting/meant_adapter.cpp.

/** What an adapter is known by when it comes back. */
export interface AdapterName {
  readonly alias: string;
  /** IANA ifType. */
  readonly type: number;
  /** Empty where the system has none that lasts. */
  readonly guid: string;
}

/** Whether an adapter can be known again: it has a name, and that is Unicode. */
export const canBeMeant = ({ alias }: AdapterName): boolean =>
  alias !== '' && !/\p{Cs}/u.test(alias);

const noGuid = /^[{}0-]*$/;

/** What an adapter is known again by, as texts; the first that any adapter has decides. */
export function signsOf({ alias, type, guid }: AdapterName): readonly string[] {
  const byAlias = `alias ${type} ${alias}`;
  return noGuid.test(guid) ? [byAlias] : [`guid ${type} ${guid.toUpperCase()}`, byAlias];
}

/**
 * The rule of docs/lasting-settings.md among these adapters: the one with the GUID and type, or else the one with the
 * alias and type; 'two' where two satisfy the first rule that any does.
 */
export function meantAmong<A extends AdapterName>(
  adapters: readonly A[],
): (name: AdapterName) => A | 'two' | null {
  const bySign = new Map<string, A | 'two'>();
  for (const adapter of adapters.filter(canBeMeant)) {
    for (const sign of signsOf(adapter)) bySign.set(sign, bySign.has(sign) ? 'two' : adapter);
  }
  return (name) => {
    const sign = signsOf(name).find((one) => bySign.has(one));
    return sign === undefined ? null : (bySign.get(sign) ?? null);
  };
}
