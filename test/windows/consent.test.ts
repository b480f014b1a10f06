// SPDX-License-Identifier: MIT
// The write side at the consent prompt, whatever comes of it: nothing is changed, the edits stay, the words are the
// right ones, there was one prompt, and a second try works.
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import path from 'node:path';
import test from 'node:test';
import { openChanges } from '../../electron/changes/changes';
import type { Changes } from '../../electron/changes/changes';
import { StoredEdits } from '../../electron/changes/stored-edits';
import { DataFolder } from '../../electron/files/data-folder';
import type { LaunchFailure, TransactionState } from '../../electron/contract/changes';
import type { Operation } from '../../electron/contract/operation';
import { readLasting } from '../../electron/lasting/read-lasting';
import { loadAddon } from '../../electron/native/addon';
import { startHelper } from '../../electron/native/helper';
import { openStack } from '../../electron/native/stack';
import { messages } from '../../electron/language/messages';
import { launcherDouble } from './support/launcher-double';
import type { LauncherDouble } from './support/launcher-double';
import { lastingFolder, simulatedHelperFile } from './support/places';
import { mtuEdit } from './support/simulated-plan';

interface Outcome {
  readonly name: string;
  readonly happen: (launcher: LauncherDouble) => void;
  readonly failure: LaunchFailure;
  /** What the window says. */
  readonly words: RegExp;
}

const refused = (code: number) => (launcher: LauncherDouble) => {
  launcher.refuse(code);
};

const outcomes: readonly Outcome[] = [
  {
    name: 'declined, or left until it timed out (1223)',
    happen: refused(1223),
    failure: 'declined',
    words: /^Permission wasn’t given\. Your edits are still here\.$/,
  },
  {
    name: 'a helper that is not there (2)',
    happen: refused(2),
    failure: 'helper-missing',
    words: /missing or damaged; reinstall/,
  },
  {
    name: 'denied by a policy without a prompt (5)',
    happen: refused(5),
    failure: 'policy',
    words: /A policy blocks permission prompts\./,
  },
  {
    name: 'a helper that antivirus took away (225)',
    happen: refused(225),
    failure: 'helper-missing',
    words: /missing or damaged; reinstall/,
  },
  {
    name: 'elevation required but not offered (740)',
    happen: refused(740),
    failure: 'not-privileged',
    words: /did not get the rights it needs/,
  },
  {
    name: 'blocked by a policy for programs (1260)',
    happen: refused(1260),
    failure: 'policy',
    words: /A policy blocks permission prompts\./,
  },
  {
    name: 'blocked by a policy for signed programs (8235)',
    happen: refused(8235),
    failure: 'policy',
    words: /A policy blocks permission prompts\./,
  },
  {
    name: 'a start without a process',
    happen: (launcher) => {
      launcher.startNothing();
    },
    failure: 'helper-failed',
    words: /stopped before it changed anything\. Your edits are still here\.$/,
  },
  {
    name: 'a helper that ends at once',
    happen: (launcher) => {
      launcher.exit(0);
    },
    failure: 'helper-failed',
    words: /stopped before it changed anything\. Your edits are still here\.$/,
  },
  {
    name: 'a helper that is not elevated',
    happen: (launcher) => {
      launcher.exit(3);
    },
    failure: 'not-privileged',
    words: /did not get the rights it needs/,
  },
];

let scenes = 0;

/** An app's write side on a network of its own, with one edit. */
class Scene {
  readonly launcher = launcherDouble();
  readonly #news = new EventEmitter();
  readonly #changes: Changes;
  readonly #edits: StoredEdits;
  readonly operation: Operation;
  readonly live: () => Promise<unknown>;
  state: TransactionState = { phase: 'none' };

  private constructor(
    changes: Changes,
    edits: StoredEdits,
    operation: Operation,
    live: () => Promise<unknown>,
  ) {
    this.#changes = changes;
    this.#edits = edits;
    this.operation = operation;
    this.live = live;
  }

  static async open(): Promise<Scene> {
    const folder = lastingFolder(`consent-${String((scenes += 1))}`);
    const data = new DataFolder(folder);
    const stateFile = path.join(folder, 'network');
    const stack = openStack({ stack: 'simulated', stateFile });
    const { operation, live } = await mtuEdit(stateFile);
    let hear: (state: TransactionState) => void = () => undefined;
    const changes = await openChanges({
      folder: data,
      permission: () => ({ kind: 'prompt', prompt: 'uac', needsPassword: false }),
      account: 'somebody',
      historyChanged: () => undefined,
      buildId: () => loadAddon().buildId,
      start: (plan, consent) => (events) =>
        startHelper({
          path: simulatedHelperFile,
          planHash: plan.hash,
          stateFile,
          consent,
          ...events,
        }),
      latestSnapshot: () => stack.snapshot(),
      readLasting: () => readLasting(stateFile),
      freshSnapshot: () => stack.snapshot(),
      notify: {
        stateChanged: (state) => {
          hear(state);
        },
        interruptedChanged: () => undefined,
        lostChanged: () => undefined,
        lastingChanged: () => undefined,
        permissionChanged: () => undefined,
      },
    });
    const edits = new StoredEdits(data);
    const { value, ...key } = operation;
    await edits.store([{ ...key, draft: String(value) }]);
    const scene = new Scene(changes, edits, operation, live);
    hear = (state) => {
      scene.state = state;
      scene.#news.emit('news');
    };
    return scene;
  }

  /** As one click on Apply. */
  async apply(): Promise<void> {
    const plan = await this.#changes.planOf({
      operations: [this.operation],
      lasting: 'until-reconnect',
      deadline: 60,
    });
    this.#changes.apply(plan);
  }

  keep(): void {
    this.#changes.underWay.keep();
  }

  /** As closing the window does. */
  close(): Promise<boolean> {
    return this.#changes.underWay.finish('revert');
  }

  async until(phase: TransactionState['phase']): Promise<TransactionState> {
    while (this.state.phase !== phase) {
      await once(this.#news, 'news', { signal: AbortSignal.timeout(60_000) });
    }
    while (phase === 'ended' && this.#changes.underWay.isBusy) await new Promise(setImmediate);
    return this.state;
  }

  /** The prompt is there. */
  async prompted(): Promise<void> {
    while (this.launcher.prompts() === 0) await new Promise(setImmediate);
  }

  async failure(): Promise<LaunchFailure> {
    const state = await this.until('ended');
    assert.ok(state.phase === 'ended' && state.result.kind === 'not-launched');
    return state.result.failure;
  }

  async checkNothingChanged(): Promise<void> {
    assert.equal(await this.live(), this.operation.expected);
    const drafts = (await this.#edits.load()).map(({ draft }) => draft);
    assert.deepEqual(drafts, [String(this.operation.value)]);
    assert.deepEqual(await this.#changes.interrupted.list(), []);
  }

  /** The user selects Try again and agrees. */
  async checkRetryWorks(): Promise<void> {
    this.launcher.grant();
    await this.apply();
    await this.until('waiting');
    this.keep();
    const state = await this.until('ended');
    assert.ok(state.phase === 'ended');
    assert.deepEqual(state.result, { kind: 'kept' });
    assert.equal(this.launcher.prompts(), 1);
    assert.equal(await this.live(), this.operation.value);
  }
}

for (const { name, happen, failure, words } of outcomes) {
  test(`the prompt ends with ${name}`, async () => {
    const scene = await Scene.open();
    happen(scene.launcher);
    await scene.apply();
    assert.equal(await scene.failure(), failure);
    assert.match(messages.results.launch[failure], words);
    assert.equal(scene.launcher.prompts(), 1);
    await scene.checkNothingChanged();
    await scene.checkRetryWorks();
  });
}

test('a prompt that is not answered is one prompt, however often Apply is clicked', async () => {
  const scene = await Scene.open();
  scene.launcher.keepAsking();
  await scene.apply();
  await assert.rejects(scene.apply(), /already being applied/);
  await scene.prompted();
  // The rest of the app works on meanwhile.
  await scene.checkNothingChanged();
  assert.equal(scene.launcher.prompts(), 1);
  scene.launcher.answerAtLast();
  await scene.until('waiting');
  scene.keep();
  await scene.until('ended');
  assert.equal(await scene.live(), scene.operation.value);
});

test('a prompt that is answered after the window closed starts a helper that finds nobody', async () => {
  const scene = await Scene.open();
  scene.launcher.keepAsking();
  await scene.apply();
  await scene.prompted();
  await scene.close();
  assert.equal(await scene.failure(), 'stopped-waiting');
  scene.launcher.answerAtLast();
  while (scene.launcher.lastExitCode() === null) await new Promise(setImmediate);
  assert.ok([5, 9].includes(scene.launcher.lastExitCode() ?? 0));
  await scene.checkNothingChanged();
  await scene.checkRetryWorks();
});

test('a channel whose name another program holds is told as that', async () => {
  assert.match(
    messages.results.launch['channel-taken'],
    /came between Interface Panel and its helper/,
  );
  const scene = await Scene.open();
  scene.launcher.holdNextName();
  await scene.apply();
  assert.equal(await scene.failure(), 'channel-taken');
  assert.equal(scene.launcher.prompts(), 0);
  await scene.checkNothingChanged();
  await scene.checkRetryWorks();
});
