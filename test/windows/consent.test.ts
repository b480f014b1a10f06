// SPDX-License-Identifier: MIT
// The write side at the consent prompt, whatever comes of it: nothing is changed, the edits stay, the words are the
// right ones, there was one prompt, and a second try works.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { LaunchFailure } from '../../electron/contract/changes';
import { messages } from '../../electron/language/messages';
import type { LauncherDouble } from './support/launcher-double';
import { Scene } from './support/scene';

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
