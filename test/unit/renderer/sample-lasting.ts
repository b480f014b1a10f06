// SPDX-License-Identifier: MIT
import type {
  LastingSetting,
  LastingSettings,
  LastingStatus,
} from '../../../electron/contract/lasting';
import { vpnLuid } from './sample-snapshot';

/** What the keeper says of a setting that is as it should be, with some members replaced. */
export function lastingStatus(some: Partial<LastingStatus> = {}): LastingStatus {
  return { state: 'held', setAgainAt: null, timesSet: 0, live: 1, ...some };
}

/** The VPN's default routes off, always; with some members replaced. */
export function lastingSetting(some: Partial<LastingSetting> = {}): LastingSetting {
  return {
    id: 'a'.repeat(32),
    alias: 'Contoso VPN',
    type: 53,
    guid: '',
    luid: vpnLuid,
    family: 'IPv4',
    field: 'DisableDefaultRoutes',
    value: 1,
    madeAt: new Date(2026, 4, 9, 12).getTime(),
    account: 'anna',
    status: lastingStatus(),
    ...some,
  };
}

/** Settings that a running keeper sets again. */
export function lasting(
  settings: readonly LastingSetting[],
  some: Partial<LastingSettings> = {},
): LastingSettings {
  return { settings, problem: null, keeper: 'running', ...some };
}
