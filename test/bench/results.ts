// SPDX-License-Identifier: MIT
// The results of the bench as files, one for each release, so that releases can be compared.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import path from 'node:path';
import { inProject } from '../../build/project-paths';
import { reached } from './report';
import type { Line } from './report';

/** What was measured at one time, on one machine. */
interface Part {
  /** ISO 8601, to the day. */
  readonly measuredOn: string;
  readonly processor: string;
  readonly cores: number;
  /** Each with the ratio, or without a baseline the figure, that its goal is about. */
  readonly lines: readonly (Line & { readonly reached: number })[];
}

/** By the names of the parts. */
type Results = Readonly<Record<string, Part>>;

function resultsFile(): string {
  const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
    readonly version: string;
  };
  return inProject('docs', 'bench', `${version}.json`);
}

const digits = 4;

/** A clock tells no more of a figure. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(digits)) : value;
}

/** Keeps the lines of a part for the version under work, in place of those measured before. */
export function keepResults(part: string, lines: readonly Line[]): void {
  const file = resultsFile();
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : {};
  const measured: Part = {
    measuredOn: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model ?? '',
    cores: availableParallelism(),
    lines: lines.map((line) => ({ ...line, reached: reached(line) })),
  };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...before, [part]: measured }, rounded, 2)}\n`);
}
