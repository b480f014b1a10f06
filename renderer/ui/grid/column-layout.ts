// SPDX-License-Identifier: MIT

/** How wide a column is and which side its cells keep to. */
export interface ColumnLayout {
  /** The least it needs, in pixels. */
  readonly width: number;
  /** What it takes where there is room, before columns that grow take the rest. */
  readonly most?: number;
  readonly grows?: true;
  readonly align?: 'end';
}

/**
 * grid-template-columns: each column its least, then the first what it takes at most, then those that
 * grow the rest; without one of those, the first column takes it.
 */
export function columnTemplate(layouts: readonly ColumnLayout[]): string {
  const hasGrowing = layouts.some(({ grows }) => grows);
  return layouts
    .map(({ width, most, grows }, index) => {
      if (grows || (index === 0 && !hasGrowing)) return `minmax(${width}px, 1fr)`;
      return most === undefined ? `${width}px` : `minmax(${width}px, ${most}px)`;
    })
    .join(' ');
}

/** What all columns need together, in pixels. */
export function leastWidth(layouts: readonly ColumnLayout[]): number {
  return layouts.reduce((sum, { width }) => sum + width, 0);
}
