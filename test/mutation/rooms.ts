// SPDX-License-Identifier: MIT

/** A part of the main process that Stryker mutates as a whole. */
export interface MutatedRoom {
  readonly name: string;
  /** A glob of files, for Stryker. */
  readonly files: string;
  /** The unit tests that must notice, as one glob without its ending. */
  readonly tests: string;
  /** What share of its mutants these tests noticed when this was written, in whole percent. Only ever raised. */
  readonly leastScore: number;
}

/** A room, or those of its files whose decisions unit tests see, and the names of these tests. */
function room(name: string, files: string, tests: string, leastScore: number): MutatedRoom {
  const folder = `electron/${name}`;
  return {
    name: folder,
    files: `${folder}/${files}.ts`,
    tests: `test/unit/electron/${tests}`,
    leastScore,
  };
}

/** What the main process decides. What it only asks of a system or a window is noticed by other suites. */
export const mutatedRooms: readonly MutatedRoom[] = [
  room('contract', '{domain-name,field-value}', '{domain-name,field-value,ipc-handle}', 94),
  room('history', '{history,history-outline,plan-code}', '{history,history-outline}', 80),
  room(
    'lasting',
    '!(read-lasting|what-lasts)',
    '{lasting-changes,lasting-codecs,lasting-settings}',
    90,
  ),
  room('permission', '{permission,windows-install}', '{permission,windows-install}', 89),
  room('protocol', '*', '{footprint-collector,frames,plan,transaction,transaction-result}', 93),
  room('resolver', '*', 'name-lookups', 89),
  room('shell', '{refusals,switches}', 'shell', 93),
];
