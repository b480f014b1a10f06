// SPDX-License-Identifier: MIT

import type { LaunchFailure } from '../contract/changes';
import type { HelperExit } from '../native/helper-channel';
import type { NativeError } from '../native/native-error';

export type Consent = 'direct' | 'pkexec' | 'uac';

/** Exit codes of the helper before COMMIT (docs/helper-protocol.md) that have a meaning of their own. */
const helperExits: ReadonlyMap<number, LaunchFailure> = new Map([
  [3, 'not-privileged'],
  [4, 'busy'],
  [7, 'other-build'],
]);

/** Exit codes of pkexec itself (pkexec(1)): dismissed, and not authorised or failed. */
const pkexecExits: ReadonlyMap<number, LaunchFailure> = new Map([
  [126, 'declined'],
  [127, 'not-authorised'],
]);

/** Why a helper could not be launched: errno on Linux, what ShellExecuteEx reports on Windows. */
const launchErrors: Readonly<Record<NativeError['domain'], ReadonlyMap<number, LaunchFailure>>> = {
  errno: new Map([
    [2, 'helper-missing'], // ENOENT
    [8, 'helper-missing'], // ENOEXEC
    [1, 'policy'], // EPERM
    [13, 'policy'], // EACCES
  ]),
  win32: new Map([
    [2, 'helper-missing'], // ERROR_FILE_NOT_FOUND
    [3, 'helper-missing'], // ERROR_PATH_NOT_FOUND
    [225, 'helper-missing'], // ERROR_VIRUS_INFECTED: antivirus took it away
    [5, 'policy'], // ERROR_ACCESS_DENIED: also a policy that denies prompts silently
    [1260, 'policy'], // ERROR_ACCESS_DISABLED_BY_POLICY
    [8235, 'policy'], // what a policy for signed programs alone answers
    [740, 'not-privileged'], // ERROR_ELEVATION_REQUIRED
    [1223, 'declined'], // ERROR_CANCELLED
  ]),
};

/** What CreateNamedPipe answers where another program holds the name: ERROR_ACCESS_DENIED or ERROR_PIPE_BUSY. */
const takenPipe: readonly number[] = [5, 231];

function failureFromLaunchError({ domain, number, call }: NativeError): LaunchFailure {
  if (call === 'CreateNamedPipe' && takenPipe.includes(number)) return 'channel-taken';
  return launchErrors[domain].get(number) ?? 'helper-failed';
}

/** Why nothing came of a start. */
export interface Failure {
  readonly failure: LaunchFailure;
  /** What the system or the helper said about it, for Details. */
  readonly detail: string;
}

function exitDetail({ code, signal, stderr }: HelperExit): string {
  const said = stderr.trim();
  if (said !== '') return said;
  return signal === null ? `Exit code ${code ?? 'unknown'}` : `Ended by signal ${signal}`;
}

/** Why a helper that ended before COMMIT did. */
export function failureFromExit(exit: HelperExit, consent: Consent): Failure {
  const { launchError, code } = exit;
  if (launchError) {
    const failure = failureFromLaunchError(launchError);
    const detail = `${launchError.call}: ${launchError.name} (${launchError.number})`;
    return { failure, detail };
  }
  const byPkexec = consent === 'pkexec' ? pkexecExits.get(code ?? -1) : undefined;
  const failure = byPkexec ?? helperExits.get(code ?? -1) ?? 'helper-failed';
  return { failure, detail: exitDetail(exit) };
}
