// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import path from 'node:path';
import { openChanges } from '../../../electron/changes/changes';
import type { Changes } from '../../../electron/changes/changes';
import { StoredEdits } from '../../../electron/changes/stored-edits';
import { DataFolder } from '../../../electron/files/data-folder';
import type {
  LaunchFailure,
  Permission,
  TransactionState,
} from '../../../electron/contract/changes';
import type { Operation } from '../../../electron/contract/operation';
import { readLasting } from '../../../electron/lasting/read-lasting';
import { loadAddon } from '../../../electron/native/addon';
import { startHelper } from '../../../electron/native/helper';
import { openStack } from '../../../electron/native/stack';
import { launcherDouble } from './launcher-double';
import { lastingFolder, simulatedHelperFile } from './places';
import { mtuEdit } from './simulated-plan';

/** How the helper of a scene is started. */
export interface SceneOptions {
  readonly permission?: Permission;
  /** Another helper than the simulated one; it knows no file with the state of a network. */
  readonly helper?: string;
}

const byPrompt: Permission = { kind: 'prompt', prompt: 'uac', needsPassword: false };

let scenes = 0;

/** An app's write side on a network of its own, with one edit. */
export class Scene {
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

  static async open({ permission = byPrompt, helper }: SceneOptions = {}): Promise<Scene> {
    const folder = lastingFolder(`scene-${String((scenes += 1))}`);
    const data = new DataFolder(folder);
    const stateFile = path.join(folder, 'network');
    const stack = openStack({ stack: 'simulated', stateFile });
    const { operation, live } = await mtuEdit(stateFile);
    let hear: (state: TransactionState) => void = () => undefined;
    const changes = await openChanges({
      folder: data,
      permission: () => permission,
      account: 'somebody',
      historyChanged: () => undefined,
      buildId: () => loadAddon().buildId,
      start: (plan, consent) => (events) =>
        startHelper({
          path: helper ?? simulatedHelperFile,
          planHash: plan.hash,
          ...(helper === undefined ? { stateFile } : {}),
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
