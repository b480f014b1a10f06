// SPDX-License-Identifier: MIT
// What a command works on: the stack, the folder of user data, and main's own rooms opened on them as far as needed.

import path from 'node:path';
import { accountName } from '../permission/account-name';
import { readJournal } from '../journal/journal';
import { keptSettings } from '../journal/kept-settings';
import { fixedMetrics } from '../kept/lost-settings';
import { permissionFor } from '../permission/permission';
import { shownBy } from '../kept/restore';
import type { WhatIsThere } from '../kept/restore';
import { signOfLifeInterval } from '../transaction/transaction';
import { TransactionIndex } from '../journal/transaction-index';
import type { StackName } from '../contract/family';
import { adapterIdentity } from '../contract/preferences';
import type { Preferences } from '../contract/preferences';
import type { AdapterKinds, Preview, PreviewRequest } from '../contract/preview';
import type { Snapshot } from '../contract/snapshot';
import { DataFolder } from '../files/data-folder';
import { Interfaces } from '../interfaces/interfaces';
import type { LastingContent } from '../lasting/lasting-settings';
import { whyUnavailable } from '../lasting/lasting-settings';
import { MeantSettings } from '../lasting/meant-settings';
import { readLasting } from '../lasting/read-lasting';
import { isAdministrator } from '../native/administrator';
import { loadAddon } from '../native/addon';
import { startHelper } from '../native/helper';
import { nativeFolder, programPlaces, toldToWorker } from '../native/native-folder';
import { programFilesFolder } from '../native/place-security';
import { openStack } from '../native/stack';
import { PreferencesStore } from '../preferences/preferences';
import { Routes } from '../interfaces/routes';
import { managerFor, surroundingsFor } from '../surroundings';
import type { CommandLine } from './command-line';
import type { TerminalOptions } from './terminal-changes';
import { UsageProblem } from './usage-problem';
import { usualUserData } from './user-data';
import { messages } from '../language/messages';

/** Signs of life that may be late before nobody is taken to be there. */
const lateSigns = 5;

/** What of a journal can be told without holding it. */
export interface History {
  readonly index: TransactionIndex;
  /** The transaction that an app which is open has under way. */
  readonly running: string | null;
}

/** One run of the program. */
export class Session {
  readonly name: StackName;
  readonly folder: string;
  /** For reading: nothing is made there. */
  readonly #reading: DataFolder;
  readonly #simulation: { readonly stateFile?: string };
  readonly #trustThisFolder: boolean;
  #interfaces: Interfaces | null = null;
  #history: Promise<History> | null = null;

  private constructor({ has, valueOf }: CommandLine) {
    const isPackaged = toldToWorker()?.isPackaged ?? false;
    this.#trustThisFolder = has('trust-this-folder');
    if (isPackaged && this.#trustThisFolder) {
      throw new UsageProblem(messages.terminal.usage.trustThisFolder);
    }
    const isDemo = has('demo');
    const stateFile = valueOf('simulated-state');
    if (stateFile !== undefined && !isDemo) {
      throw new UsageProblem(messages.terminal.usage.simulatedState);
    }
    const real = process.platform === 'win32' ? 'windows' : 'linux';
    this.name = isDemo ? 'simulated' : real;
    const userData = valueOf('user-data-dir') ?? `${usualUserData()}${isDemo ? ' Demo' : ''}`;
    this.folder = path.join(userData, this.name);
    this.#reading = new DataFolder(this.folder, { makesIt: false });
    const usualState = path.join(this.folder, 'network.state');
    this.#simulation = isDemo ? { stateFile: stateFile ?? usualState } : {};
  }

  /** @throws {UsageProblem} */
  static async open(line: CommandLine): Promise<Session> {
    const session = new Session(line);
    // The simulated network lives there.
    const isUsualDemo = session.name === 'simulated' && !line.valueOf('simulated-state');
    if (isUsualDemo) {
      const folder = new DataFolder(session.folder);
      await folder.open();
      await folder.close();
    }
    return session;
  }

  /** The read side; nothing is watched. */
  get interfaces(): Interfaces {
    this.#interfaces ??= new Interfaces(openStack({ stack: this.name, ...this.#simulation }));
    return this.#interfaces;
  }

  snapshot(): Promise<Snapshot> {
    return this.interfaces.snapshot();
  }

  readLasting(): LastingContent {
    return readLasting(this.#simulation.stateFile);
  }

  /** What the journal says, the app's being open or not. */
  history(): Promise<History> {
    this.#history ??= this.#readHistory();
    return this.#history;
  }

  /** What the user chose in the app. */
  async preferences(): Promise<Preferences> {
    const store = new PreferencesStore(this.#reading, () => undefined);
    return (await store.load()).preferences;
  }

  /** What a snapshot shows, and what lasts beside it. */
  beside(snapshot: Snapshot): WhatIsThere {
    const content = this.readLasting();
    const isUsable = whyUnavailable(content) === null;
    return {
      ...shownBy(snapshot),
      lasting: isUsable ? new MeantSettings(content.settings, snapshot) : null,
    };
  }

  /** What operations would do to traffic, and which way it goes now. */
  async preview(
    request: Partial<Pick<PreviewRequest, 'operations' | 'addresses' | 'vpn'>> = {},
  ): Promise<Preview> {
    const kinds = await this.#kinds();
    const routes = await this.routes();
    const whole = { operations: [], addresses: [], vpn: null, blocksOthers: false, kinds };
    return routes.preview({ ...whole, ...request });
  }

  async routes(): Promise<Routes> {
    // Without the journal nobody knows which metrics were set here.
    const history = await this.history().catch(() => null);
    const kept = history ? keptSettings(history.index.slice(0, history.index.size)) : [];
    const changes = { fixedMetrics: (snapshot: Snapshot) => fixedMetrics(kept, snapshot) };
    return new Routes(this.interfaces, surroundingsFor(changes, managerFor(this.name)));
  }

  /** What main's write side is opened with; with `makesFolder` the folder is made where it is missing. */
  writing(makesFolder: boolean): TerminalOptions {
    const program = `interface-panel-helper${this.name === 'simulated' ? '-simulated' : ''}`;
    const suffix = process.platform === 'win32' ? '.exe' : '';
    const helper = path.join(nativeFolder(), `${program}${suffix}`);
    return {
      folder: new DataFolder(this.folder, { makesIt: makesFolder }),
      permission: () =>
        permissionFor({
          stack: this.name,
          helper,
          program: programPlaces(),
          userId: process.geteuid?.(),
          trustThisFolder: this.#trustThisFolder,
          programFiles: programFilesFolder(),
          isAdministrator: isAdministrator(),
        }),
      account: accountName(),
      buildId: () => loadAddon().buildId,
      start: (plan, consent) => (events) =>
        startHelper({ path: helper, planHash: plan.hash, consent, ...this.#simulation, ...events }),
      freshSnapshot: () => this.interfaces.refresh(),
      readLasting: () => this.readLasting(),
    };
  }

  async #readHistory(): Promise<History> {
    const { records, lastTouchedAt } = await readJournal(this.#reading);
    const index = new TransactionIndex(() => records);
    const isAlive = Date.now() - lastTouchedAt < lateSigns * signOfLifeInterval;
    const [newest] = index.slice(Math.max(0, index.size - 1), 1);
    return { index, running: isAlive && newest?.ended === false ? newest.id : null };
  }

  /** Kinds of adapters that the user corrected in the app. */
  async #kinds(): Promise<AdapterKinds> {
    const { adapters } = await this.snapshot();
    const { adapterKinds } = await this.preferences();
    return Object.fromEntries(
      adapters.flatMap((adapter) => {
        const kind = adapterKinds[adapterIdentity(adapter)];
        return kind ? [[adapter.luid, kind]] : [];
      }),
    );
  }
}
