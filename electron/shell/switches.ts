// SPDX-License-Identifier: MIT
// The switches the app itself understands on its command line.

import { fileExtension } from '../contract/support';

/** How this run was asked to be. */
export interface Switches {
  /** Shows the simulated network instead of this computer's. */
  readonly demo: boolean;
  /** The file the simulated network lives in, shared with its helper; null for the usual place. */
  readonly simulatedState: string | null;
  /** Development only: offers changes although others may write to the program's folder. */
  readonly trustThisFolder: boolean;
  /** Development only: opens the window as root too, which Chromium cannot confine. */
  readonly asRoot: boolean;
  /** Begins without showing the window: what the start at sign-in does. */
  readonly inTray: boolean;
  /** A saved set to open, as it was named: a double click ends in this. */
  readonly file: string | null;
  /** Development only: print the interfaces, save a picture of the window here and quit. */
  readonly screenshot: string | null;
}

export const inTraySwitch = '--in-tray';

/** Windows takes a slash for the beginning of a switch. */
const beginsSwitch = process.platform === 'win32' ? /^[-/]/ : /^-/;

/** Whether an argument names a file of the kind that the packages register, and is no switch. */
export const namesFile = (argument: string): boolean =>
  !beginsSwitch.test(argument) && argument.toLowerCase().endsWith(`.${fileExtension}`);

/** The one file to open. @throws {SwitchProblem} when several are named. */
function fileOf(commandLine: readonly string[]): string | null {
  const [file = null, another] = commandLine.filter(namesFile);
  if (another !== undefined) throw new SwitchProblem('Only one file can be opened at a time');
  return file;
}

const flags = ['--demo', '--trust-this-folder', '--as-root', inTraySwitch] as const;
const options = ['--simulated-state', '--screenshot'] as const;
const developmentOnly: readonly string[] = ['--screenshot', '--as-root'];

/** Chromium's own that stay allowed in a packaged app. */
const chromiumSwitches = ['--user-data-dir', '--force-device-scale-factor'];

/** In front of it alone, for root: the command line ends before Chromium starts a process to confine. */
const withoutSandbox = '--no-sandbox';

/** A command line that is not accepted; the message says which part and why. */
class SwitchProblem extends Error {}

function nameOf(argument: string): string {
  return argument.split('=', 1)[0] ?? argument;
}

function valueOf(commandLine: readonly string[], name: string): string | null {
  const argument = commandLine.find((one) => nameOf(one) === name);
  if (argument === undefined) return null;
  const value = argument.slice(name.length + 1);
  if (value === '') throw new SwitchProblem(`${name} needs a file: ${name}=<file>`);
  return value;
}

/**
 * Packaged, the app takes nothing it does not know: Chromium's debugging switches would hand the window to
 * whoever connects, and Electron's fuses do not stop them. Windows takes `-` and `/` for `--`, in any case.
 */
function refuseUnknown(commandLine: readonly string[]): void {
  const known: readonly string[] = [...flags, ...options, ...chromiumSwitches];
  const unknown = commandLine.find(
    (one) =>
      !namesFile(one) && (!known.includes(nameOf(one)) || developmentOnly.includes(nameOf(one))),
  );
  if (unknown !== undefined) throw new SwitchProblem(`Unknown argument: ${nameOf(unknown)}`);
}

/**
 * What the terminal is asked for (electron/cli.ts), which checks it by itself and refuses what it does not know; null
 * where a window is wanted.
 */
export function wordsForTerminal(commandLine: readonly string[]): readonly string[] | null {
  const [first, ...words] = commandLine[0] === withoutSandbox ? commandLine.slice(1) : commandLine;
  return first === '--cli' ? words : null;
}

/**
 * A window of root's would be drawn by a Chromium without a sandbox, for nothing: the helper asks for permission, and
 * the command line works in a terminal.
 * @throws {SwitchProblem} when this is root, and was not told to in development.
 */
export function refuseWindowOfRoot({ asRoot }: Switches, userId: number | undefined): void {
  if (userId !== 0 || asRoot) return;
  throw new SwitchProblem(
    'Interface Panel opens no window as root. Start it as yourself: it asks for permission when it changes something. To take back an interrupted change as root, run interface-panel-cli restore.',
  );
}

/**
 * Reads the command line after the executable (and, unpackaged, after the app's folder).
 * @throws {SwitchProblem} when something is missing, contradictory or, packaged, unknown.
 */
export function parseSwitches(commandLine: readonly string[], packaged: boolean): Switches {
  if (packaged) refuseUnknown(commandLine);
  const demo = commandLine.includes('--demo');
  const simulatedState = valueOf(commandLine, '--simulated-state');
  if (simulatedState !== null && !demo) {
    throw new SwitchProblem('--simulated-state is only for --demo');
  }
  return {
    demo,
    simulatedState,
    trustThisFolder: !packaged && commandLine.includes('--trust-this-folder'),
    asRoot: !packaged && commandLine.includes('--as-root'),
    inTray: commandLine.includes(inTraySwitch),
    file: fileOf(commandLine),
    screenshot: valueOf(commandLine, '--screenshot'),
  };
}
