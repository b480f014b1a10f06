// SPDX-License-Identifier: MIT
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runWithoutWindow } from '../../../electron/cli/without-window';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'interface-panel-worker-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The exit code of a bundle of this source. */
function run(source: string): number {
  const bundle = path.join(folder, 'bundle.cjs');
  writeFileSync(bundle, source);
  const told = { nativeFolder: '/a b/native', isPackaged: true };
  return runWithoutWindow(bundle, ['list', '--demo'], told);
}

describe('the command line inside the app', () => {
  it('is waited for, though it needs an event loop', () => {
    expect(run('setTimeout(() => process.exit(3), 10)')).toBe(3);
    expect(run('setTimeout(() => undefined, 10)')).toBe(0);
  });

  it('is told its command line and where the native parts are', () => {
    const said = path.join(folder, 'said');
    const source = `require('node:fs').writeFileSync(${JSON.stringify(said)}, JSON.stringify([
      process.argv.slice(2), require('node:worker_threads').workerData.nativeFolder]))`;
    run(source);
    expect(JSON.parse(readFileSync(said, 'utf8'))).toEqual([['list', '--demo'], '/a b/native']);
  });

  it.each(["throw new Error('x')", "Promise.reject(new Error('x'))"])(
    'that fails by "%s" ends with an exit code',
    (source) => {
      expect(run(source)).toBe(1);
    },
  );
});
