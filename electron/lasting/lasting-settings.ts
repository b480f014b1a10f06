// SPDX-License-Identifier: MIT
// What the place of lasting settings holds, what the keeper says of it, and which adapters are meant.

import type {
  KeeperState,
  LastingProblem,
  LastingSettings,
  LastingState,
  LastingStatus,
} from '../contract/lasting';
import { ipInterfaceId } from '../contract/snapshot';
import type { Snapshot } from '../contract/snapshot';
import type { LastingPlace } from '../native/addon';
import { decodedOnce } from './decoded-once';
import { decodeStatus } from './keeper-status-codec';
import type { KeeperStatus } from './keeper-status-codec';
import { decodeSettings } from './lasting-settings-codec';
import type { StoredSetting } from './lasting-settings-codec';
import { meantAmong } from './meant-adapter';

/** What was read of the place. */
export interface LastingContent {
  readonly settings: readonly StoredSetting[];
  readonly problem: LastingProblem | null;
  readonly keeper: KeeperState;
  readonly said: KeeperStatus | null;
}

/** Whether the keeper that a status is from still runs. */
export type IsKeeperRunning = (process: number, startedAt: bigint) => boolean;

function keeperState(
  { problem, isOff }: LastingPlace,
  said: KeeperStatus | null,
  isRunning: IsKeeperRunning,
): KeeperState {
  if (problem === 'missing') return 'not-installed';
  if (isOff) return 'switched-off';
  if (!said || !isRunning(said.process, said.startedAt)) return 'not-running';
  const { trouble } = said;
  return trouble === 'switched-off' || trouble === 'safe-mode' ? trouble : 'running';
}

const settingsIn = decodedOnce(decodeSettings);
const statusIn = decodedOnce(decodeStatus);

/** Makes sense of the bytes. */
export function lastingContent(place: LastingPlace, isRunning: IsKeeperRunning): LastingContent {
  const said = place.status && statusIn(place.status);
  const decoded = place.settings ? settingsIn(place.settings) : [];
  const defect = typeof decoded === 'string' ? decoded : null;
  return {
    settings: typeof decoded === 'string' ? [] : decoded,
    problem: place.problem === null || place.problem === 'missing' ? defect : place.problem,
    keeper: keeperState(place, said, isRunning),
    said,
  };
}

/** Why nothing can be made to last or stopped; null where it can. */
export function whyUnavailable({ problem, keeper }: LastingContent): string | null {
  if (keeper === 'not-installed') return 'Interface Panel is not installed here.';
  switch (problem) {
    case 'later-version':
      return 'The lasting settings are of a later version of Interface Panel.';
    case 'not-trusted':
      return 'Others than administrators could have written the lasting settings.';
    case 'unreadable':
      return 'The lasting settings cannot be read.';
    // The helper sets what is damaged aside.
    case 'damaged':
    case null:
      return null;
  }
}

const notSaid: LastingStatus = { state: 'unknown', setAgainAt: null, timesSet: 0, live: null };

function statusOf(id: string, { keeper, said }: LastingContent): LastingStatus {
  const status = said?.settings.get(id) ?? notSaid;
  // What a keeper said that has ended may not be so any more, but when it last set the value stays true.
  return keeper === 'running' ? status : { ...notSaid, setAgainAt: status.setAgainAt };
}

/** States in which the keeper does not set a value again by itself. */
const isLeft: ReadonlySet<LastingState> = new Set(['given-up', 'failed', 'refused']);

/** The settings that a keeper sets again in a while; none without a keeper. */
export function keptUp({ keeper, said, settings }: LastingContent): readonly StoredSetting[] {
  if (keeper !== 'running') return [];
  return settings.filter(({ id }) => !isLeft.has(said?.settings.get(id)?.state ?? 'unknown'));
}

/** Not of every field does the system tell the keeper that somebody changed it. */
function asItIsNow(status: LastingStatus, value: number, live: unknown): LastingStatus {
  if (status.state !== 'held' || typeof live !== 'number' || live === value) return status;
  return { ...status, state: 'changed', live };
}

/** All lasting settings as the window shows them. */
export function lastingSettings(
  content: LastingContent,
  { adapters, ipInterfaces }: Pick<Snapshot, 'adapters' | 'ipInterfaces'>,
): LastingSettings {
  const meant = meantAmong(adapters);
  const rows = new Map(ipInterfaces.map((row) => [ipInterfaceId(row), row]));
  const settings = content.settings.map((setting) => {
    const { id, family, field, value } = setting;
    const adapter = meant(setting);
    const luid = adapter === null || adapter === 'two' ? null : adapter.luid;
    const live = luid === null ? null : rows.get(ipInterfaceId({ luid, family }))?.values[field];
    return { ...setting, luid, status: asItIsNow(statusOf(id, content), value, live) };
  });
  return { settings, problem: content.problem, keeper: content.keeper };
}
