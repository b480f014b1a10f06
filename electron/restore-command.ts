// SPDX-License-Identifier: MIT
/**
 * `interface-panel --restore`, and in the project `npm run restore`: takes back what an interrupted run left
 * changed, without a window, for the day the app does not start. It runs in any Node, in a worker of the app too.
 * --stop-lasting lists what is set again whenever its adapter comes back, and stops it, instead.
 * --user-data-dir=<folder> says where the app kept its journal, for instance another user's; --demo and
 * --simulated-state=<file> stand for the demo.
 */
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { accountName } from './changes/account-name';
import { permissionFor } from './changes/permission';
import type { StackName } from './contract/family';
import { DataFolder } from './files/data-folder';
import { readLasting } from './lasting/read-lasting';
import { isAdministrator } from './native/administrator';
import { loadAddon } from './native/addon';
import { startHelper } from './native/helper';
import { nativeFolder, programPlaces, toldToWorker } from './native/native-folder';
import { programFilesFolder } from './native/place-security';
import { openStack } from './native/stack';
import { restoreWhatIsOpen } from './restore/restoring';
import { stopAllLasting } from './restore/stopping-lasting';
import type { Terminal, TerminalOptions } from './restore/terminal';
import { openInput, print, printError } from './terminal/standard-streams';
import { visibleText } from './terminal/visible-text';
import { usualUserData } from './restore/user-data';
import { parseSwitches } from './shell/switches';

const commandLine = process.argv.slice(2);
const option = (name: string) =>
  commandLine.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);

/** Asks on the terminal; the end of the input means no. */
function openTerminal() {
  const lines = createInterface({ input: openInput() });
  const ended = new Promise<string>((resolve) => {
    lines.once('close', () => {
      resolve('');
    });
  });
  const terminal: Terminal = {
    say: (...texts) => {
      for (const text of texts) print(`${visibleText(text)}\n`);
    },
    confirm: async (question) => {
      print(`${visibleText(question)} [y/N] `);
      const answer = await Promise.race([lines.question(''), ended]);
      return /^y(es)?$/i.test(answer.trim());
    },
  };
  return { terminal, lines };
}

function stackOfRun() {
  const { demo, simulatedState, trustThisFolder, stopLasting } = parseSwitches(
    commandLine,
    toldToWorker()?.isPackaged ?? false,
  );
  const real: StackName = process.platform === 'win32' ? 'windows' : 'linux';
  const name: StackName = demo ? 'simulated' : real;
  const userData = option('--user-data-dir') ?? `${usualUserData()}${demo ? ' Demo' : ''}`;
  const folder = path.join(userData, name);
  const stateFile = demo ? (simulatedState ?? path.join(folder, 'network.state')) : undefined;
  const simulation = stateFile === undefined ? {} : { stateFile };
  return { name, folder, simulation, trustThisFolder, stopLasting };
}

async function restore(): Promise<number> {
  const { name, folder, simulation, trustThisFolder, stopLasting } = stackOfRun();
  const program = `interface-panel-helper${name === 'simulated' ? '-simulated' : ''}`;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const helper = path.join(nativeFolder(), `${program}${suffix}`);
  const stack = openStack({ stack: name, ...simulation });
  const { terminal, lines } = openTerminal();
  const options: TerminalOptions = {
    folder: new DataFolder(folder, { makesIt: false }),
    permission: () =>
      permissionFor({
        stack: name,
        helper,
        program: programPlaces(),
        userId: process.geteuid?.(),
        trustThisFolder,
        programFiles: programFilesFolder(),
        isAdministrator: isAdministrator(),
      }),
    account: accountName(),
    buildId: () => loadAddon().buildId,
    start: (plan, consent) => (events) =>
      startHelper({ path: helper, planHash: plan.hash, consent, ...simulation, ...events }),
    freshSnapshot: () => stack.snapshot(),
    readLasting: () => readLasting(simulation.stateFile),
  };
  try {
    const command = stopLasting ? stopAllLasting : restoreWhatIsOpen;
    return (await command(options, terminal)) ? 0 : 1;
  } finally {
    lines.close();
  }
}

restore().then(
  (exitCode) => process.exit(exitCode),
  (cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    printError(`${visibleText(why)}\n`);
    process.exit(1);
  },
);
