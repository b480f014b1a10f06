// SPDX-License-Identifier: MIT
// The whole window against a double of main.
import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Permission, TransactionState } from '../../../electron/contract/changes';
import { defaultPreferences } from '../../../electron/contract/preferences';
import { ipInterfaceId } from '../../../electron/contract/snapshot';
import type { IpInterface, IpInterfaceKey, Snapshot } from '../../../electron/contract/snapshot';
import { toText } from '../../../electron/contract/json-text';
import { windowPatchOf, windowSnapshotOf } from '../../../electron/contract/window-snapshot';
import type { WindowPatch } from '../../../electron/contract/window-snapshot';
import { RouteList } from '../../../electron/interfaces/route-list';
import { askFirst } from '../../../renderer/bridge/ask-first';
import { App } from '../../../renderer/app/App';
import { referencePatch } from '../electron/reference-patch';
import { createBridgeDouble } from './bridge-double';
import type { BridgeDouble, SomeHandlers } from './bridge-double';
import { sampleAbout } from './sample-about';
import { samplePreview } from './sample-preview';
import { sampleSnapshot } from './sample-snapshot';

/** What leads to a page, together with Ctrl. */
const pageKeys = {
  'internet-traffic': '1',
  interfaces: '2',
  routes: '3',
  history: '4',
  lasting: '5',
  settings: '6',
  help: '7',
} as const;

interface Circumstances {
  readonly snapshot?: Snapshot;
  readonly permission?: Permission;
  readonly transaction?: TransactionState;
  readonly isRemote?: boolean;
  /** The page to look at; the one of interfaces unless given. */
  readonly page?: keyof typeof pageKeys;
  readonly handlers?: SomeHandlers;
}

export interface RunningWindow extends BridgeDouble {
  readonly user: UserEvent;
  /** Another program makes something else of the network. */
  readonly change: (make: (snapshot: Snapshot) => Snapshot) => void;
}

/** An IP interface is what this row says, in the place of the one with its key. */
export function withIpInterface(row: IpInterface): (snapshot: Snapshot) => Snapshot {
  return (snapshot) => ({
    ...snapshot,
    ipInterfaces: snapshot.ipInterfaces.map((known) =>
      ipInterfaceId(known) === ipInterfaceId(row) ? row : known,
    ),
  });
}

/** An IP interface is gone. */
export function withoutIpInterface(key: IpInterfaceKey): (snapshot: Snapshot) => Snapshot {
  return (snapshot) => ({
    ...snapshot,
    ipInterfaces: snapshot.ipInterfaces.filter((row) => ipInterfaceId(row) !== ipInterfaceId(key)),
  });
}

/** Main's side of what a window reads: one snapshot after another. */
class ReadSide {
  #revision = 1;
  readonly #routes = new RouteList();

  constructor(public snapshot: Snapshot) {
    this.#routes.take(1, snapshot.routes, null);
  }

  readonly handlers = {
    interfaces: {
      snapshot: () => toText(windowSnapshotOf(this.snapshot, this.#revision)),
      manager: () => null,
    },
    routes: {
      chunk: (revision: number | null, start: number) => this.#routes.chunk(revision, start),
      since: (revision: number) => this.#routes.since(revision),
    },
  };

  change(make: (snapshot: Snapshot) => Snapshot): WindowPatch {
    const before = this.snapshot;
    this.snapshot = make(before);
    const patch = referencePatch(before, this.snapshot);
    this.#revision += 1;
    this.#routes.take(this.#revision, this.snapshot.routes, patch.routes ?? []);
    return windowPatchOf(before, patch, this.snapshot, this.#revision);
  }
}

/**
 * What of a style says whether an element is there for people, can be pressed, where a word of its name ends, and
 * whether it looks locked.
 */
const tellingProperties =
  /[{;]\s*(display|visibility|pointer-events|content|color|background-color)\s*:/;

/**
 * Styles without what no test asks for: happy-dom matches each rule against an element, and all its parents, whenever
 * a test asks for a role. Other looks are seen in the real window by the end-to-end tests.
 */
const tellingStyles = createDOMRenderer(document, {
  unstable_filterCSSRule: (rule) => tellingProperties.test(rule),
});

/** Opens the window; whatever the test doesn't say is an ordinary, quiet computer. */
export function openWindow(circumstances: Circumstances = {}): RunningWindow {
  const { snapshot = sampleSnapshot(), handlers = {} } = circumstances;
  const readSide = new ReadSide(snapshot);
  const double = createBridgeDouble({
    app: {
      environment: () => ({
        stack: snapshot.stack,
        version: '0.1.0',
        platform: snapshot.stack === 'linux' ? 'linux' : 'windows',
        standInRuntime: false,
        isRemote: circumstances.isRemote ?? false,
        journalSetAside: null,
        permission: circumstances.permission ?? { kind: 'direct' },
      }),
      accent: () => null,
      about: () => sampleAbout,
      openMenu: () => undefined,
      copyText: () => undefined,
      signInStart: () => ({ kind: 'possible', isOn: false }),
      startAtSignIn: (isOn) => ({ kind: 'possible', isOn }),
    },
    interfaces: readSide.handlers.interfaces,
    changes: {
      state: () => circumstances.transaction ?? { phase: 'none' },
      apply: () => undefined,
      interrupted: () => [],
      lost: () => [],
      lasting: () => ({ settings: [], problem: null, keeper: 'running' }),
    },
    routes: {
      ...readSide.handlers.routes,
      preview: () => samplePreview(),
      standings: () => [],
    },
    history: {
      page: () => ({ total: 0, entries: [] }),
      outline: () => ({ total: 0, places: [] }),
    },
    support: { takeGiven: () => null },
    edits: { load: () => [], store: () => undefined },
    preferences: {
      load: () => ({ preferences: defaultPreferences, trouble: null }),
      store: () => undefined,
    },
  });
  double.answer(handlers);
  render(
    <RendererProvider renderer={tellingStyles}>
      <App bridge={double.bridge} queryClient={askFirst(double.bridge)} />
    </RendererProvider>,
  );
  if (circumstances.page !== 'internet-traffic') {
    const key = pageKeys[circumstances.page ?? 'interfaces'];
    fireEvent.keyDown(document, { key, ctrlKey: true });
  }
  const change: RunningWindow['change'] = (make) => {
    double.notify.interfaces.changed(readSide.change(make));
  };
  return { ...double, user: userEvent.setup({ delay: null }), change };
}

/** Opens the details of an IP interface by its row. */
export async function openDetails(window: RunningWindow, row: RegExp): Promise<HTMLElement> {
  await window.user.click(await screen.findByRole('row', { name: row }));
  return screen.findByRole('complementary');
}

/** How long to wait for something that is sure to come, on a machine that has other things to do. */
const patience = 20_000;

/**
 * happy-dom lays nothing out: gives every element a size, so that the virtual table has room for rows.
 * Waits are long: parts of the window are loaded when they are needed.
 */
export function prepareWindowTests(): void {
  configure({ asyncUtilTimeout: patience });
  vi.setConfig({ testTimeout: 3 * patience });
  beforeEach(() => {
    window.innerWidth = 1600;
    // Without it Fluent goes to the end of every motion at once.
    Reflect.deleteProperty(Element.prototype, 'animate');
    for (const name of ['offsetWidth', 'offsetHeight', 'clientWidth', 'clientHeight'] as const) {
      vi.spyOn(HTMLElement.prototype, name, 'get').mockReturnValue(1000);
    }
  });
  afterEach(() => {
    cleanup();
    sessionStorage.clear();
    vi.restoreAllMocks();
  });
}

/** A dialog that has opened: it has the focus, and nothing hides it from assistive technology any more. */
export async function findDialog(name: string): Promise<HTMLElement> {
  // A review is called by its question first.
  const isNamed = (spoken: string) => spoken === name || spoken.endsWith(` – ${name}`);
  const dialog = await screen.findByRole('dialog', { name: isNamed });
  await waitFor(() => {
    expect(dialog.contains(document.activeElement)).toBe(true);
    expect(dialog.closest('[aria-hidden="true"]')).toBeNull();
  });
  return dialog;
}

/** What is announced from now on, in the order it is said; texts of one moment are one. */
export function announcements(): readonly string[] {
  const heard: string[] = [];
  for (const region of document.querySelectorAll('body > [aria-live]')) {
    new MutationObserver(() => {
      if (region.textContent) heard.push(region.textContent);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  }
  return heard;
}

/** Presses "Review and apply…" and finds the review. */
export async function openReview({ user }: RunningWindow): Promise<HTMLElement> {
  await user.click(await screen.findByRole('button', { name: 'Review and apply…' }));
  return findDialog('Review changes');
}
