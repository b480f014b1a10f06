// SPDX-License-Identifier: MIT
// A thousand transactions in one run of the real app with its window, each taken back: nothing piles up in main, in
// the window or in the helper but the journal.

import { statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppUnderFault } from '../app/app-under-fault';
import { countableHeap, heapOfMain, heldBy, heldByPage } from '../app/held';
import type { Held, PageHeld } from '../app/held';
import { LinuxLab } from '../linux-lab';
import { until } from '../victims';

const batch = 50;
const batches = 22;

/** Batches until everything there is to load has been loaded. */
const warmUp = 2;

interface Sample {
  readonly main: Held & { readonly heap: number };
  readonly renderer: Held;
  readonly page: PageHeld;
  readonly helper: Held;
  /** KiB. */
  readonly journal: number;
}

let lab: LinuxLab;
let app: AppUnderFault;
let samples: readonly Sample[];

async function sample(): Promise<Sample> {
  // The helper is looked at while its change waits.
  app.fault.haltAt('waiting');
  const one = app.revertMany(1);
  await until('a change waits', () => app.fault.hasHalted);
  const [helperPid = 0] = app.fault.helpers;
  const helper = heldBy(helperPid);
  app.fault.goOn();
  await one;
  await until('no helper is left', () => app.fault.helpers.length === 0);
  const page = await heldByPage(app.page.window);
  const heap = await heapOfMain(app.electron);
  const { main, renderer } = app.pids;
  const journal = statSync(app.journalFile).size / 1024;
  return { main: { ...heldBy(main), heap }, renderer: heldBy(renderer), page, helper, journal };
}

beforeAll(async () => {
  lab = new LinuxLab();
  const before = lab.witness();
  app = new AppUnderFault(lab);
  await app.start([countableHeap]);
  const all: Sample[] = [];
  for (let round = 0; round < batches; round += 1) {
    await app.revertMany(batch - 1);
    all.push(await sample());
  }
  expect(lab.witness()).toBe(before);
  samples = all.slice(warmUp);
  // The curve, for whoever wonders about a bound.
  console.table(
    samples.map(({ main, renderer, page, helper, journal }) => ({
      'main KiB': main.memory,
      'main heap': Math.round(main.heap),
      'main fds': main.descriptors,
      'main threads': main.threads,
      'window KiB': renderer.memory,
      'window heap': Math.round(page.heap),
      'window fds': renderer.descriptors,
      nodes: page.nodes,
      listeners: page.listeners,
      'helper KiB': helper.memory,
      journal: Math.round(journal),
    })),
  );
}, 900_000);

afterAll(async () => {
  await app.close();
  app.remove();
  lab.remove();
});

/** How much more there is at least in the last quarter of the run than in the first, for each transaction. */
function growth(measure: (sample: Sample) => number): number {
  const values = samples.map(measure);
  const quarter = Math.floor(values.length / 4);
  const transactions = (values.length - quarter) * batch;
  // The least: a notice that is still shown, or memory not yet given back, is no leak.
  return (
    (Math.min(...values.slice(-quarter)) - Math.min(...values.slice(0, quarter))) / transactions
  );
}

/** What there is at most in the first quarter and in the last. */
function most(measure: (sample: Sample) => number) {
  const values = samples.map(measure);
  const quarter = Math.floor(values.length / 4);
  return {
    atFirst: Math.max(...values.slice(0, quarter)),
    atLast: Math.max(...values.slice(-quarter)),
  };
}

describe('a thousand transactions', () => {
  it.each([
    ['descriptors of main', (one: Sample) => one.main.descriptors],
    ['threads of main', (one: Sample) => one.main.threads],
    ['descriptors of the window', (one: Sample) => one.renderer.descriptors],
    ['threads of the window', (one: Sample) => one.renderer.threads],
    ['descriptors of the helper', (one: Sample) => one.helper.descriptors],
    ['threads of the helper', (one: Sample) => one.helper.threads],
  ])('leave no %s behind', (_, measure) => {
    const { atFirst, atLast } = most(measure);
    // A pool's threads come and go by themselves.
    expect(atLast).toBeLessThanOrEqual(atFirst + 3);
  });

  it('leave nothing in the heap of main but the journal', () => {
    const journal = growth((one) => one.journal);
    expect(journal).toBeGreaterThan(1);
    // As objects the records take less than twice what they take as text.
    expect(growth((one) => one.main.heap)).toBeLessThan(2.5 * journal);
  });

  it('leave nothing in the page', () => {
    // Toasts that are still shown are a few dozen nodes.
    expect(growth((one) => one.page.nodes)).toBeLessThan(0.2);
    expect(growth((one) => one.page.listeners)).toBeLessThan(0.2);
    // KiB: less than one state of a transaction takes.
    expect(growth((one) => one.page.heap)).toBeLessThan(1);
  });

  it.each([
    ['main', (one: Sample) => one.main.memory, 16],
    ['the window', (one: Sample) => one.renderer.memory, 8],
    ['the helper', (one: Sample) => one.helper.memory, 0.25],
  ])('leave no memory of %s behind', (_, measure, kibibytes) => {
    expect(growth(measure)).toBeLessThan(kibibytes);
  });
});
