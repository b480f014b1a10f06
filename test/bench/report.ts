// SPDX-License-Identifier: MIT
import type { Measurement } from './measurement';

/** One line of the table: a figure beside its baseline of the same run, and what it should be. */
export interface Line {
  readonly what: string;
  readonly unit: string;
  readonly measured: Measurement;
  /** Absent for counts and sizes that no other program makes larger on a busy machine: their goal is absolute. */
  readonly baseline?: { readonly name: string; readonly measured: Measurement };
  /** The most that the ratio, or without a baseline the median, should be. */
  readonly goal: number;
}

/** By how much a line exceeds its baseline; without one, what it measured. */
export function reached({ measured, baseline }: Line): number {
  return measured.median / (baseline?.measured.median ?? 1);
}

const columns = ['what', 'median (min–max)', 'baseline', 'ratio', 'goal', ''] as const;

function figures({ median, min, max }: Measurement, unit: string): string {
  const digits = median < 10 ? 2 : median < 100 ? 1 : 0;
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)}) ${unit}`;
}

function cells(line: Line): readonly string[] {
  const { what, unit, measured, baseline, goal } = line;
  return [
    what,
    figures(measured, unit),
    baseline ? `${baseline.name}: ${figures(baseline.measured, unit)}` : '–',
    baseline ? `${reached(line).toFixed(2)} x` : '–',
    baseline ? `≤ ${goal.toString()} x` : `≤ ${goal.toString()} ${unit}`,
    reached(line) <= goal ? 'met' : 'missed',
  ];
}

/** The lines as an aligned table. */
export function table(lines: readonly Line[]): string {
  const rows: readonly (readonly string[])[] = [columns, ...lines.map(cells)];
  const widths = columns.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
