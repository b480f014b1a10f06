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

/** The room that columns take, in pixels. */
export interface GridSizes {
  /** grid-template-columns. */
  readonly template: string;
  /** What all of them need together. */
  readonly minWidth: number;
  /** The column in front of them, of boxes; 0 where there is none. */
  readonly leadWidth: number;
  /** What stays in sight when the others scroll: the column in front and the first one. */
  readonly fixedWidth: number;
}

/** The room that columns take, behind a column in front that keeps its width. */
export function gridSizes(layouts: readonly ColumnLayout[], leadWidth: number): GridSizes {
  const template = columnTemplate(layouts);
  return {
    template: leadWidth === 0 ? template : `${leadWidth}px ${template}`,
    minWidth: layouts.reduce((sum, { width }) => sum + width, leadWidth),
    leadWidth,
    fixedWidth: leadWidth + (layouts[0]?.width ?? 0),
  };
}
