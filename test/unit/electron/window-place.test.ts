// SPDX-License-Identifier: MIT
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  reachableBounds,
  readWindowPlace,
  writeWindowPlace,
} from '../../../electron/preferences/window-place';
import { DataFolder } from '../../../electron/files/data-folder';

let folder: string;
let data: DataFolder;
const file = () => path.join(folder, 'window.json');
const place = {
  bounds: { x: -10, y: 20, width: 1000, height: 700 },
  isMaximized: true,
  zoom: 1.25,
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'window-place-'));
  data = new DataFolder(folder);
});

afterEach(async () => {
  await data.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the place of a window', () => {
  it('comes back as it was', async () => {
    writeWindowPlace(await data.open(), place);
    writeWindowPlace(await data.open(), { ...place, zoom: 2 });
    expect(await readWindowPlace(data)).toEqual({ ...place, zoom: 2 });
  });

  const good = { version: 1, ...place };
  it.each<[string, string]>([
    ['nothing', ''],
    ['torn', JSON.stringify(good).slice(0, -5)],
    ['a list', '[]'],
    ['null', 'null'],
    ['of a later version', JSON.stringify({ ...good, version: 2 })],
    ['with an unknown member', JSON.stringify({ ...good, more: 1 })],
    ['with a key of prototypes', `{"__proto__":{},${JSON.stringify(good).slice(1)}`],
    ['zoomed out of sight', JSON.stringify({ ...good, zoom: 0.01 })],
    ['without a size', JSON.stringify({ ...good, bounds: { ...place.bounds, width: 0 } })],
    ['far away', JSON.stringify({ ...good, bounds: { ...place.bounds, x: 1e9 } })],
    ['in fractions', JSON.stringify({ ...good, bounds: { ...place.bounds, y: 0.5 } })],
    ['huge', JSON.stringify(good) + ' '.repeat(8_192)],
  ])('is none when the file is %s', async (_, text) => {
    writeFileSync(file(), text);
    expect(await readWindowPlace(data)).toBeNull();
  });

  it('is none without a file, and nobody fails where none can be written', async () => {
    expect(await readWindowPlace(data)).toBeNull();
    mkdirSync(file());
    writeWindowPlace(await data.open(), place);
    expect(await readWindowPlace(data)).toBeNull();
    expect(() => readFileSync(file())).toThrow();
  });
});

describe('the bounds of a window', () => {
  const display = { x: 0, y: 0, width: 1280, height: 1024 };
  const left = { x: -1920, y: 0, width: 1920, height: 1080 };
  const bounds = { x: 100, y: 100, width: 1000, height: 700 };

  it('stay where a display shows them', () => {
    expect(reachableBounds(bounds, [display])).toEqual(bounds);
    const onTheLeft = { ...bounds, x: -1500 };
    expect(reachableBounds(onTheLeft, [display, left])).toEqual(onTheLeft);
  });

  it.each([
    ['on a display that is gone', { ...bounds, x: -1500 }],
    ['above the screen', { ...bounds, y: -50 }],
    ['below the screen', { ...bounds, y: 1020 }],
    ['with hardly a corner left', { ...bounds, x: 1200 }],
  ])('lose their position %s', (_, lost) => {
    expect(reachableBounds(lost, [display])).toEqual({ width: 1000, height: 700 });
  });

  it('are no larger than the display', () => {
    const huge = { x: 0, y: 0, width: 5000, height: 4000 };
    expect(reachableBounds(huge, [display])).toEqual({ x: 0, y: 0, width: 1280, height: 1024 });
  });
});
