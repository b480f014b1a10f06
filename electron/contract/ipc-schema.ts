// SPDX-License-Identifier: MIT
// The one description of what crosses the border between renderer and main. Main's handlers, the preload's
// bridge, the renderer's client and the tests' double are all derived from it.
//
//   ipcSchema.interfaces.snapshot   channel "interfaces.snapshot"
//     main      handlers: { interfaces: { snapshot: () => Promise<JsonText<WindowSnapshot>> } }
//     renderer  window.interfacePanel.interfaces.snapshot(): Promise<Reply<JsonText<WindowSnapshot>>>
//   ipcSchema.interfaces.changed    channel "interfaces.changed"
//     main      notify.interfaces.changed(patch)
//     renderer  window.interfacePanel.interfaces.changed(listener): unsubscribe

import type { Accent } from './accent';
import type { About } from './about';
import type { AppError, Reply } from './errors';
import type {
  InterruptedTransaction,
  LostSettings,
  Permission,
  PlanRequest,
  RestoreRequest,
  TransactionState,
} from './changes';
import type { PlanDetails } from './plan-details';
import type { LoadedPreferences, Preferences } from './preferences';
import type { HistoryFilter, HistoryOutline, HistoryPart, HistoryTransaction } from './history';
import type { JsonText } from './json-text';
import type { LastingSettings, ShownValue } from './lasting';
import type { ResolvedName } from './domain-name';
import type { DefaultRouteStanding, Preview, PreviewRequest } from './preview';
import type { ManagerName } from './manager-name';
import type { AddressText, BestRoute, Luid } from './snapshot';
import type { RouteChanges, RouteChunk, WindowPatch, WindowSnapshot } from './window-snapshot';
import type { PageFailure } from './page-failure';
import type { EditsToSave, OpenedSet, OpenResult, ReportRequest, SavedFile } from './support';
import type { SignInStart } from './sign-in-start';
import type { StackName } from './family';

/** A question of the renderer that main answers. Response undefined: there is nothing to say but success. */
export interface Invoke<Parameters extends readonly unknown[], Response> {
  readonly direction: 'invoke';
  /** Types only; never present. */
  readonly types?: (...parameters: Parameters) => Response;
}

/** News that main sends to the renderer. */
export interface Notify<Parameters extends readonly unknown[]> {
  readonly direction: 'notify';
  /** Types only; never present. */
  readonly types?: (...parameters: Parameters) => void;
}

function invoke<Parameters extends readonly unknown[], Response>(): Invoke<Parameters, Response> {
  return { direction: 'invoke' };
}

function notify<Parameters extends readonly unknown[]>(): Notify<Parameters> {
  return { direction: 'notify' };
}

/** What the window must know before it can show anything. */
export interface Environment {
  readonly stack: StackName;
  readonly version: string;
  readonly platform: 'windows' | 'linux';
  /** Whether the runtime is the stand-in used for trying out and testing. */
  readonly standInRuntime: boolean;
  readonly permission: Permission;
  /** Whether somebody seems to use this computer from afar. */
  readonly isRemote: boolean;
  /** Where a damaged or torn part of the journal was put at this start; null when it was whole. */
  readonly journalSetAside: string | null;
}

/** What the application menu, the tray or a notification asks the page to show. */
export type MenuCommand =
  | 'internet-traffic'
  | 'countdown'
  | 'help'
  | 'keyboard-shortcuts'
  | 'copy-summary'
  | 'save-report'
  | 'open-file';

/** What the application menu is opened with, where the page draws the title bar. */
export const menuOpeners = ['mouse', 'keyboard'] as const;

export type MenuOpener = (typeof menuOpeners)[number];

/** Edits as they are kept for a crash; main stores them without looking inside beyond the schema. */
export interface StoredEdit {
  readonly luid: string;
  readonly family: 'IPv4' | 'IPv6';
  readonly field: string;
  readonly expected: number;
  /** What the user typed; may be invalid. */
  readonly draft: string;
}

export const ipcSchema = {
  app: {
    environment: invoke<[], Environment>(),
    /** The system's accent colour. */
    accent: invoke<[], Accent>(),
    accentChanged: notify<[accent: Accent]>(),
    about: invoke<[], About>(),
    /** Closes the window: keep or revert first if a transaction waits. */
    close: invoke<[decision: 'keep' | 'revert'], undefined>(),
    /** The user asked to close the window while a transaction waits. */
    closeRequested: notify<[]>(),
    /** The user chose something in the application menu that the page shows. */
    menuCommand: notify<[command: MenuCommand]>(),
    /** Lets the application menu come up, where the page draws the title bar. */
    openMenu: invoke<[by: MenuOpener], undefined>(),
    copyText: invoke<[text: string], undefined>(),
    /** Something in the page failed that nobody expected; it goes to the log. */
    pageFailed: invoke<[failure: PageFailure], undefined>(),
    /** Whether the program starts, in the tray, when the user signs in. */
    signInStart: invoke<[], SignInStart>(),
    /** Says otherwise, and answers what holds then; a person must stand behind it. */
    startAtSignIn: invoke<[isOn: boolean], SignInStart>(),
  },
  interfaces: {
    /** As a text: it is the largest answer of all. */
    snapshot: invoke<[], JsonText<WindowSnapshot>>(),
    changed: notify<[patch: WindowPatch]>(),
    /** Reading failed, the last data stay; null when it works again. */
    readFailed: notify<[error: AppError | null]>(),
    bestRoute: invoke<[destination: AddressText], BestRoute>(),
    /** Which program of the system configures an adapter now; null: none that is known here. */
    manager: invoke<[luid: Luid], ManagerName | null>(),
  },
  changes: {
    state: invoke<[], TransactionState>(),
    stateChanged: notify<[state: TransactionState]>(),
    /** Starts a transaction and answers at once; progress comes by stateChanged. */
    apply: invoke<[plan: PlanRequest], undefined>(),
    /** The code of a plan and commands that do the same, by what is there now; nothing is started. */
    planDetails: invoke<[plan: PlanRequest], PlanDetails>(),
    restore: invoke<[request: RestoreRequest], undefined>(),
    stopWaiting: invoke<[], undefined>(),
    keep: invoke<[], undefined>(),
    revert: invoke<[], undefined>(),
    interrupted: invoke<[], readonly InterruptedTransaction[]>(),
    interruptedChanged: notify<[transactions: readonly InterruptedTransaction[]]>(),
    /** The user has read what happened to an interrupted transaction that left nothing changed. */
    dismissInterrupted: invoke<[transactionId: string], undefined>(),
    /** What was kept for adapters that came back without it. */
    lost: invoke<[], readonly LostSettings[]>(),
    lostChanged: notify<[lost: readonly LostSettings[]]>(),
    permissionChanged: notify<[permission: Permission]>(),
    lasting: invoke<[], LastingSettings>(),
    lastingChanged: notify<[settings: LastingSettings]>(),
    /** Starts a transaction that makes the values that are there now last; it is kept without a further question. */
    makeLast: invoke<[shown: readonly ShownValue[]], undefined>(),
    /** Starts one that stops lasting settings; the values that are there stay. */
    stopLasting: invoke<[ids: readonly string[]], undefined>(),
  },
  history: {
    /** Some transactions, oldest first; `first` counts from 0. */
    page: invoke<[first: number, count: number], HistoryPart>(),
    /** Where the transactions are that a filter lets through. */
    outline: invoke<[filter: HistoryFilter], HistoryOutline>(),
    transaction: invoke<[transactionId: string], HistoryTransaction>(),
    /** A transaction began or ended, or what is left of one changed. */
    changed: notify<[]>(),
  },
  routes: {
    preview: invoke<[request: PreviewRequest], Preview>(),
    /** What each default route of the newest snapshot does for internet traffic. */
    standings: invoke<[], readonly DefaultRouteStanding[]>(),
    /** Routes from a place on; a revision goes on with the list of which chunks are being fetched. */
    chunk: invoke<[revision: number | null, start: number], RouteChunk>(),
    /** What changed in the list of routes; null: fetch it anew. */
    since: invoke<[revision: number], RouteChanges | null>(),
    /** Asks the system's resolver; a person must stand behind it. */
    resolveName: invoke<[name: string], ResolvedName>(),
  },
  edits: {
    load: invoke<[], readonly StoredEdit[]>(),
    store: invoke<[edits: readonly StoredEdit[]], undefined>(),
  },
  preferences: {
    load: invoke<[], LoadedPreferences>(),
    /** Replaces the members given; they hold for this run even where they cannot be stored. */
    store: invoke<[members: Partial<Preferences>], undefined>(),
    changed: notify<[preferences: Preferences]>(),
  },
  support: {
    /** What this computer is called. */
    computer: invoke<[], string>(),
    /** Asks where to put a report; null: nowhere. */
    saveReport: invoke<[request: ReportRequest], SavedFile | null>(),
    /** Asks where to put edits for somebody else to open; null: nowhere. */
    saveEdits: invoke<[edits: EditsToSave], SavedFile | null>(),
    /** Shows what was saved last in its folder, once. */
    showSaved: invoke<[], undefined>(),
    /** Asks which file to open, a saved set or a report, and says how it fits this computer. */
    openFile: invoke<[], OpenResult>(),
    /** The same of what fell on the window; no path crosses the border. */
    openText: invoke<[name: string, text: string], OpenResult>(),
    /** The file that the system gave the program to open, once. */
    takeGiven: invoke<[], OpenResult>(),
    /** There is one to take. */
    given: notify<[]>(),
    /** How a set that was opened before fits now; null: it is not remembered. */
    fitAgain: invoke<[id: number], OpenedSet | null>(),
  },
} as const;

export type IpcSchema = typeof ipcSchema;
export type IpcGroup = keyof IpcSchema;

/** Channel names such as "interfaces.snapshot". */
export function channelName(group: string, call: string): string {
  return `${group}.${call}`;
}

type HandlersOf<Calls> = {
  readonly [
    K in keyof Calls as Calls[K] extends { direction: 'invoke' } ? K : never
  ]: Calls[K] extends Invoke<infer Parameters, infer Response>
    ? (...parameters: Parameters) => Response | Promise<Response>
    : never;
};

type NotifiersOf<Calls> = {
  readonly [
    K in keyof Calls as Calls[K] extends { direction: 'notify' } ? K : never
  ]: Calls[K] extends Notify<infer Parameters> ? (...parameters: Parameters) => void : never;
};

type BridgeOf<Calls> = {
  readonly [K in keyof Calls]: Calls[K] extends Invoke<infer Parameters, infer Response>
    ? (...parameters: Parameters) => Promise<Reply<Response>>
    : Calls[K] extends Notify<infer Payload>
      ? (listener: (...payload: Payload) => void) => () => void
      : never;
};

/** What main must answer. */
export type IpcHandlers = { readonly [G in IpcGroup]: HandlersOf<IpcSchema[G]> };

/** What main can tell the renderer. */
export type IpcNotifiers = { readonly [G in IpcGroup]: NotifiersOf<IpcSchema[G]> };

/** What the renderer sees as window.interfacePanel. */
export type IpcBridge = { readonly [G in IpcGroup]: BridgeOf<IpcSchema[G]> };
