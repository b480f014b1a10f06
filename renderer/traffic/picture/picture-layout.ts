// SPDX-License-Identifier: MIT
// Where everything of a picture lies, in CSS pixels. Traffic flows along one axis, from the computer through adapters
// to its destinations: from left to right where there is room, else downwards.
import type { Luid } from '../../../electron/contract/snapshot';
import type { Destination, Picture, PictureLine } from './picture';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A point beside which words stand. */
export interface Label extends Point {
  readonly side: 'above' | 'below' | 'before' | 'behind';
}

/** A line with its place: one path for each adapter that it may lead through. */
export interface PlacedLine {
  readonly line: PictureLine;
  readonly paths: readonly string[];
  /** Where it ends without arriving. */
  readonly cross: Point | null;
  readonly lock: Point | null;
  /** Where its words stand. */
  readonly label: Label;
}

export interface Layout {
  readonly isVertical: boolean;
  readonly width: number;
  readonly height: number;
  readonly computer: Box;
  readonly adapters: readonly { readonly luid: Luid; readonly box: Box }[];
  readonly more: Box | null;
  readonly destinations: readonly { readonly to: Destination; readonly box: Box }[];
  readonly lines: readonly PlacedLine[];
}

/** Narrower than this, traffic flows downwards. */
const narrowest = 560;

/** How many adapters have room for their names. */
export function mostAdaptersIn(width: number, isSmall: boolean): number {
  return isSmall || width < narrowest ? 2 : 3;
}

/** Of "+3" beside adapters. */
const moreWidth = 44;

/** Between lines side by side. */
const lineGap = 8;

interface Measures {
  readonly isVertical: boolean;
  readonly width: number;
  /** Of a box. */
  readonly height: number;
  readonly gap: number;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** Boxes side by side across the flow, in the middle of `extent`. */
function stacked(sizes: readonly number[], gap: number, extent: number): readonly number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0) + gap * (sizes.length - 1);
  let at = (extent - total) / 2;
  return sizes.map((size) => {
    const start = at;
    at += size + gap;
    return start;
  });
}

interface Column {
  /** Along the flow. */
  readonly start: number;
  readonly length: number;
  /** Across it. */
  readonly sizes: readonly number[];
}

function boxesOf({ isVertical, gap }: Measures, { start, length, sizes }: Column, extent: number) {
  return stacked(sizes, gap, extent).map((at, index): Box => {
    const size = sizes[index] ?? 0;
    return isVertical
      ? { x: at, y: start, width: size, height: length }
      : { x: start, y: at, width: length, height: size };
  });
}

function times(count: number, size: number): readonly number[] {
  return Array.from({ length: count }, () => size);
}

/** The three columns, or rows, and how much room the picture takes across the flow. */
function columnsOf(picture: Picture, { isVertical, width, height, gap }: Measures) {
  const { adapters, more, destinations } = picture;
  if (isVertical) {
    const share = (n: number, room = width) => Math.min((room - gap * (n - 1)) / n, 200);
    const lane = 44;
    const ofMore = more > 0 ? [moreWidth] : [];
    const room = width - ofMore.length * (moreWidth + gap);
    const column = (index: number, sizes: readonly number[]) => {
      return { start: index * (height + lane), length: height, sizes };
    };
    return {
      extent: width,
      depth: 3 * height + 2 * lane,
      computer: column(0, [Math.min(width, 200)]),
      adapters: column(1, [...times(adapters.length, share(adapters.length, room)), ...ofMore]),
      destinations: column(2, times(destinations.length, share(destinations.length))),
    };
  }
  // “This computer” needs more room than the words at the other end, where lines have theirs beside them.
  const beginning = 148;
  const end = clamp(width * 0.16, 116, 148);
  const middle = clamp(width * 0.26, 148, 220);
  const sizes = [...times(adapters.length, height), ...(more > 0 ? [height * 0.7] : [])];
  const used = sizes.reduce((sum, size) => sum + size, 0) + gap * (sizes.length - 1);
  return {
    // Both destinations have room above each other, and lines some between them.
    extent: Math.max(used, 2.6 * height),
    depth: width,
    computer: { start: 0, length: beginning, sizes: [height] },
    adapters: { start: (width - middle) / 2, length: middle, sizes },
    destinations: { start: width - end, length: end, sizes: times(destinations.length, height) },
  };
}

/** Where a line leaves or enters a box. */
function port({ isVertical }: Measures, box: Box, side: 'in' | 'out', offset: number): Point {
  const { x, y, width, height } = box;
  if (isVertical) return { x: x + width / 2 + offset, y: side === 'in' ? y : y + height };
  return { x: side === 'in' ? x : x + width, y: y + height / 2 + offset };
}

function curve({ isVertical }: Measures, from: Point, to: Point): string {
  const middle = isVertical ? (from.y + to.y) / 2 : (from.x + to.x) / 2;
  const [first, second] = isVertical
    ? [`${from.x} ${middle}`, `${to.x} ${middle}`]
    : [`${middle} ${from.y}`, `${middle} ${to.y}`];
  return `M${from.x} ${from.y} C${first} ${second} ${to.x} ${to.y}`;
}

function between(from: Point, to: Point): Point {
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}

/** The point of a curve at `t`, 0 to 1. */
function along({ isVertical }: Measures, from: Point, to: Point, t: number): Point {
  // Both inner points of a curve lie half way of the flow, each at the height of its end.
  const inFlow = (a: number, b: number) => a + (b - a) * (1.5 * t * (1 - t) + t ** 3);
  const across = (a: number, b: number) => a + (b - a) * t * t * (3 - 2 * t);
  return isVertical
    ? { x: across(from.x, to.x), y: inFlow(from.y, to.y) }
    : { x: inFlow(from.x, to.x), y: across(from.y, to.y) };
}

/** Words of what would be stand on the other side of their line, and nearer to its end, than those of what is. */
function labelAt(measures: Measures, from: Point, to: Point, isAfter: boolean): Label {
  const sides = measures.isVertical
    ? (['before', 'behind'] as const)
    : (['above', 'below'] as const);
  return {
    ...along(measures, from, to, isAfter ? 0.7 : 0.3),
    side: sides[Number(isAfter)] ?? 'above',
  };
}

/** Words beside a cross. */
function labelOfCross({ isVertical }: Measures, cross: Point): Label {
  return { ...cross, side: isVertical ? 'behind' : 'above' };
}

/** Where a line ends that gets no further: in the middle of the way to the next boxes. */
function stopAfter({ isVertical }: Measures, from: Point, lane: number): Point {
  return isVertical ? { x: from.x, y: from.y + lane / 2 } : { x: from.x + lane / 2, y: from.y };
}

/** The place of everything in a picture that is so wide. */
export function layOut(picture: Picture, width: number, isSmall: boolean): Layout {
  const isVertical = width < narrowest;
  const measures = { isVertical, width, height: isSmall ? 28 : 32, gap: isSmall ? 6 : 8 };
  const columns = columnsOf(picture, measures);
  const { extent, depth } = columns;
  const [computer] = boxesOf(measures, columns.computer, extent);
  if (!computer) throw new Error('There is one computer');
  const middle = boxesOf(measures, columns.adapters, extent);
  const placeOf = (luid: Luid) => middle[picture.adapters.indexOf(luid)] ?? middle.at(-1);
  // Destinations lie far apart, so that lines to them do.
  const spread = { ...measures, gap: isVertical ? measures.gap : extent - 2 * measures.height };
  const ends = boxesOf(spread, columns.destinations, extent);
  const lane = columns.adapters.start - (columns.computer.start + columns.computer.length);

  const lines = picture.lines.map((line, index): PlacedLine => {
    const offset = (index - (picture.lines.length - 1) / 2) * lineGap;
    const start = port(measures, computer, 'out', offset);
    const boxes = line.through.flatMap((luid) => placeOf(luid) ?? []);
    const [box] = boxes;
    const end = ends[picture.destinations.indexOf(line.to)];
    if (!box || !end) {
      const cross = stopAfter(measures, start, lane);
      return {
        line,
        paths: [curve(measures, start, cross)],
        cross,
        lock: null,
        label: labelOfCross(measures, cross),
      };
    }
    const into = boxes.map((one) => port(measures, one, 'in', offset));
    const out = boxes.map((one) => port(measures, one, 'out', offset));
    const [firstIn = start, firstOut = start] = [into[0], out[0]];
    const arrival = port(measures, end, 'in', offset);
    const cross = line.end === 'arrives' ? null : stopAfter(measures, firstOut, lane);
    const way = (from: Point) => curve(measures, from, cross ?? arrival);
    return {
      line,
      paths: [...into.map((to) => curve(measures, start, to)), ...out.map(way)],
      cross,
      lock: line.isLocked ? between(start, firstIn) : null,
      label: cross
        ? labelOfCross(measures, cross)
        : labelAt(measures, firstOut, arrival, line.state === 'after'),
    };
  });
  return {
    isVertical,
    width: isVertical ? extent : depth,
    height: isVertical ? depth : extent,
    computer,
    adapters: picture.adapters.flatMap((luid) => {
      const box = placeOf(luid);
      return box ? [{ luid, box }] : [];
    }),
    more: picture.more > 0 ? (middle.at(-1) ?? null) : null,
    destinations: picture.destinations.flatMap((to, index) => {
      const box = ends[index];
      return box ? [{ to, box }] : [];
    }),
    lines,
  };
}
