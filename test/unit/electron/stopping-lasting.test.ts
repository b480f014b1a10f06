// SPDX-License-Identifier: MIT
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Permission } from '../../../electron/contract/changes';
import { DataFolder } from '../../../electron/files/data-folder';
import type { LastingContent } from '../../../electron/lasting/lasting-settings';
import { stopAllLasting } from '../../../electron/cli/stopping-lasting';
import { confirmed, FakeHelper } from './fake-helper';
import { contentWith, storedSetting } from './lasting-store';

const buildId = '0.1.0+test';
const setting = storedSetting();

let folder: string;
let lasting: LastingContent;
let permission: Permission;
let said: string[];
let asked: string[];
let answer: boolean;
/** What others do before the answer. */
let meanwhile: () => void;
let helper: FakeHelper;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stopping-'));
  lasting = contentWith([setting, storedSetting({ alias: 'tun1', account: '' })]);
  permission = { kind: 'direct' };
  [said, asked] = [[], []];
  answer = true;
  meanwhile = () => undefined;
  helper = new FakeHelper();
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = (at = folder) =>
  stopAllLasting(
    {
      folder: new DataFolder(at, { makesIt: false }),
      permission: () => permission,
      account: 'anna',
      buildId: () => buildId,
      start: () => helper.start,
      freshSnapshot: () => Promise.resolve({ adapters: [], ipInterfaces: [] } as never),
      readLasting: () => lasting,
    },
    {
      say: (...lines) => {
        said.push(...lines.flat());
      },
      ask: () => Promise.resolve(''),
      confirm: (question) => {
        asked.push(question);
        meanwhile();
        return Promise.resolve(answer);
      },
    },
  );

/** Lets the helper stop them, or say why not. */
async function stopWith(unwritten: 0 | 1): Promise<void> {
  await vi.waitFor(() => {
    expect(helper.started).toBe(true);
  });
  helper.say({ message: 'HELLO', buildId }, { message: 'PREPARED', operations: 0 });
  await vi.waitFor(() => {
    expect(helper.names).toContain('COMMIT');
  });
  helper.say({ message: 'APPLIED', operations: 0, millisecondsLeft: 60_000 });
  const why = unwritten ? { unwritten, domain: 1, code: 28, name: 'ENOSPC' } : {};
  helper.say({ ...confirmed, ...why });
  helper.finish(0);
}

describe('the command that stops lasting settings', () => {
  it('lists them, asks, and stops all of them', async () => {
    const done = run();
    await stopWith(0);
    expect(await done).toBe(true);
    const [title, ...lines] = said;
    expect(title).toBe('Set again whenever the adapter comes back:');
    const line = (alias: string, end: RegExp) => {
      expect(lines.find((one) => one.includes(alias))).toMatch(end);
    };
    line('tun0', /^ {2}tun0 \(IPv4\), Disable default routes: 1, since .*, by anna$/);
    line('tun1', /, since [^,]*(, [^,]*)?$/);
    expect(asked).toEqual(['Stop setting these 2 values again? What is set now stays.']);
    expect(helper.names.slice(1)).toEqual(['PLAN', 'LASTING', 'LASTING', 'COMMIT', 'CONFIRM']);
    expect(said.at(-1)).toBe('They are stopped.');
  });

  it('leaves alone what came to last after it had listed them', async () => {
    meanwhile = () => {
      lasting = contentWith([...lasting.settings, storedSetting({ alias: 'tun2' })]);
    };
    const done = run();
    await stopWith(0);
    expect(await done).toBe(true);
    expect(said.join('\n')).not.toContain('tun2');
    expect(helper.names.slice(1)).toEqual(['PLAN', 'LASTING', 'LASTING', 'COMMIT', 'CONFIRM']);
  });

  it('leaves nothing behind where there is no journal, and says so', async () => {
    const nowhere = path.join(folder, 'nowhere');
    const done = run(nowhere);
    await stopWith(0);
    expect(await done).toBe(true);
    expect(said.join('\n')).toContain('There is no journal in');
    expect(existsSync(nowhere)).toBe(false);
  });

  it('writes it down where there is a journal', async () => {
    (await new DataFolder(folder).open().then((open) => open.openFile('journal.jsonl', 0o102)))
      .close()
      .catch(() => undefined);
    const done = run();
    await stopWith(0);
    expect(await done).toBe(true);
    const journal = readFileSync(path.join(folder, 'journal.jsonl'), 'utf8');
    expect(journal).toContain(setting.id);
    expect(said.join('\n')).not.toContain('There is no journal');
  });

  it('says why they could not be stopped', async () => {
    const done = run();
    await stopWith(1);
    expect(await done).toBe(false);
    expect(said.at(-1)).toMatch(/^They could not be stopped\. .*ENOSPC/);
  });

  it('stops none without a yes', async () => {
    answer = false;
    expect(await run()).toBe(false);
    expect(helper.started).toBe(false);
  });

  it.each<[string, () => void, boolean, RegExp]>([
    [
      'there are none',
      () => {
        lasting = contentWith([]);
      },
      true,
      /^There are no lasting settings\.$/,
    ],
    [
      'they are damaged',
      () => {
        lasting = { ...contentWith([]), problem: 'damaged' };
      },
      true,
      /damaged/,
    ],
    [
      'they are not trusted',
      () => {
        lasting = { ...contentWith([]), problem: 'not-trusted' };
      },
      false,
      /neither read nor stopped/,
    ],
    [
      'the program is not installed',
      () => {
        lasting = { ...contentWith([]), keeper: 'not-installed' };
      },
      true,
      /not installed/,
    ],
    [
      'nothing may be changed from here',
      () => {
        permission = { kind: 'read-only', reason: 'no-pkexec', detail: '/usr/bin/pkexec' };
      },
      false,
      /cannot be stopped from here: \/usr\/bin\/pkexec/,
    ],
  ])('says where %s', async (_name, make, answered, text) => {
    make();
    expect(await run()).toBe(answered);
    expect(said.at(-1)).toMatch(text);
    expect(asked).toEqual([]);
    expect(helper.started).toBe(false);
  });
});
