// SPDX-License-Identifier: MIT
// Where everything of a picture lies, in CSS pixels. Traffic flows along one axis, from the computer through adapters
// to its destinations: from left to right where there is room, else downwards.
import type { Luid } from '../../../electron/contract/snapshot';
import type { Box, Point } from './geometry';
import { placeLabels } from './label-places';
import type { LabelPlace } from './label-places';
import type { Destination, MostAdapters, Picture, PictureLine } from './picture';

/** A line with its place: one path for each adapter that it may lead through. */
export interface PlacedLine {
  readonly line: PictureLine;
  readonly paths: readonly string[];
  /** Where it ends without arriving. */
  readonly cross: Point | null;
  readonly lock: Point | null;
  /** Where its words stand; null where it has none. */
  readonly label: LabelPlace | null;
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

/** How many adapters have room for their names: those that lines lead through, and with others beside them. */
export function mostAdaptersIn(width: number, isSmall: boolean): MostAdapters {
  if (width < narrowest) return { onLines: 3, inAll: 2 };
  return { onLines: 5, inAll: isSmall ? 2 : 3 };
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
  /** Between boxes side by side across the flow. */
  readonly gap: number;
  /** Of what flows downwards, between the rows of boxes. */
  readonly lane: number;
}

/** Where families differ, each line has words of its own, and they need room between each other. */
function measuresOf({ lines }: Picture, width: number, isSmall: boolean): Measures {
  const isVertical = width < narrowest;
  const differ = lines.some(({ family }) => family !== null);
  const usualGap = isSmall ? 6 : 8;
  return {
    isVertical,
    width,
    height: isSmall ? 28 : 32,
    gap: differ && !isVertical ? 16 : usualGap,
    lane: differ ? 60 : 44,
  };
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
function columnsOf(picture: Picture, { isVertical, width, height, gap, lane }: Measures) {
  const { adapters, more, destinations } = picture;
  if (isVertical) {
    const share = (n: number, room = width) => Math.min((room - gap * (n - 1)) / n, 200);
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

type Side = 'above' | 'below' | 'before' | 'behind';

/** From a point of a line, or from a cross, to words beside it. */
function beside({ x, y }: Point, side: Side, away = 0): LabelPlace {
  switch (side) {
    case 'above':
      return { x, y: y - 6 - away, anchor: 'middle' };
    case 'below':
      return { x, y: y + 15 + away, anchor: 'middle' };
    case 'before':
      return { x: x - 7 - away, y: y + 4, anchor: 'end' };
    case 'behind':
      return { x: x + 7 + away, y: y + 4, anchor: 'start' };
  }
}

/** How much farther a cross keeps words off than a line does. */
const crossRadius = 7;

/** Parts of the way to its end at which a line may have its words, and at which the words of what would be. */
const nearStart = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
const nearEnd = nearStart.toReversed();

/** How much farther from their line words may stand, where it bends. */
const distances = [0, 6, 12];

/** Words of what would be rather stand on the other side of their line, and nearer to its end, than those of what is. */
function placesBeside(
  measures: Measures,
  { from, to }: Stretch,
  isAfter: boolean,
): readonly LabelPlace[] {
  const sides: readonly Side[] = measures.isVertical ? ['before', 'behind'] : ['above', 'below'];
  const parts = isAfter ? nearEnd : nearStart;
  return distances.flatMap((away) =>
    (isAfter ? sides.toReversed() : sides).flatMap((side) =>
      parts.map((part) => beside(along(measures, from, to, part), side, away)),
    ),
  );
}

function placesAtCross({ isVertical }: Measures, cross: Point): readonly LabelPlace[] {
  const sides: readonly Side[] = isVertical
    ? ['behind', 'before', 'above']
    : ['above', 'below', 'behind'];
  return sides.map((side) => beside(cross, side, crossRadius));
}

/** Points of a line as close to each other as its words are high. */
function pointsOf(measures: Measures, { from, to }: Stretch): readonly Point[] {
  const count = 40;
  return Array.from({ length: count + 1 }, (_, index) => along(measures, from, to, index / count));
}

/** Where a line ends that gets no further: in the middle of the way to the next boxes. */
function stopAfter({ isVertical }: Measures, from: Point, lane: number): Point {
  return isVertical ? { x: from.x, y: from.y + lane / 2 } : { x: from.x + lane / 2, y: from.y };
}

/** A line between two boxes, or to a cross. */
interface Stretch {
  readonly from: Point;
  readonly to: Point;
}

/** How far words may stand above and below the boxes. */
const margin = 16;

/**
 * The place of everything in a picture that is so wide.
 * @param labelOf the words beside a line; empty where its ends say all.
 */
export function layOut(
  picture: Picture,
  width: number,
  isSmall: boolean,
  labelOf: (line: PictureLine) => string,
): Layout {
  const measures = measuresOf(picture, width, isSmall);
  const { isVertical } = measures;
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

  const drawn = picture.lines.map((line, index) => {
    const offset = (index - (picture.lines.length - 1) / 2) * lineGap;
    const start = port(measures, computer, 'out', offset);
    const boxes = line.through.flatMap((luid) => placeOf(luid) ?? []);
    const [box] = boxes;
    const end = ends[picture.destinations.indexOf(line.to)];
    if (!box || !end) {
      const cross = stopAfter(measures, start, lane);
      const stretches: readonly Stretch[] = [{ from: start, to: cross }];
      return { line, stretches, cross, lock: null, places: placesAtCross(measures, cross) };
    }
    const into = boxes.map((one) => port(measures, one, 'in', offset));
    const out = boxes.map((one) => port(measures, one, 'out', offset));
    const [firstIn = start, firstOut = start] = [into[0], out[0]];
    const arrival = port(measures, end, 'in', offset);
    const cross = line.end === 'arrives' ? null : stopAfter(measures, firstOut, lane);
    const last = { from: firstOut, to: cross ?? arrival };
    const stretches: readonly Stretch[] = [
      ...into.map((to) => ({ from: start, to })),
      ...out.map((from) => ({ from, to: last.to })),
    ];
    const places = cross
      ? placesAtCross(measures, cross)
      : placesBeside(measures, last, line.state === 'after');
    return {
      line,
      stretches,
      cross,
      lock: line.isLocked ? between(start, firstIn) : null,
      places,
    };
  });
  const [wide, tall] = isVertical ? [extent, depth] : [depth, extent];
  const labels = placeLabels(
    drawn.map(({ line, places, stretches }) => ({
      text: labelOf(line),
      places,
      line: stretches.flatMap((stretch) => pointsOf(measures, stretch)),
    })),
    {
      boxes: [computer, ...middle, ...ends],
      room: { x: 0, y: -margin, width: wide, height: tall + 2 * margin },
    },
  );
  const lines = drawn.map(({ line, stretches, cross, lock }, index): PlacedLine => ({
    line,
    paths: stretches.map(({ from, to }) => curve(measures, from, to)),
    cross,
    lock,
    label: labels[index] ?? null,
  }));
  return {
    isVertical,
    width: wide,
    height: tall,
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
