// SPDX-License-Identifier: MIT
// Where the words beside the lines of a picture stand: on no box, on no other words, and on as few lines as can be.
import type { Box, Point } from './geometry';

/** Where words begin, stand in the middle, or end; `y` is the line they stand on. */
export interface LabelPlace extends Point {
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Words, and the places that suit them, the best first. None where there is nothing to say. */
export interface Wish {
  readonly text: string;
  readonly places: readonly LabelPlace[];
}

interface Surroundings {
  readonly boxes: readonly Box[];
  /** Points of all lines, close to each other. */
  readonly points: readonly Point[];
  /** What lies beyond is cut off, or lies on something else. */
  readonly room: Box;
}

/** About what a letter of the caption takes, and a line of it above and below where it stands. */
const letter = 6.4;
const ascent = 11;
const descent = 3;

const shares = { start: 0, middle: 0.5, end: 1 };

function boxOf(text: string, { x, y, anchor }: LabelPlace): Box {
  const width = text.length * letter;
  return { x: x - width * shares[anchor], y: y - ascent, width, height: ascent + descent };
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isIn(box: Box, { x, y }: Point): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** How bad it is to lie on other words or on a box, or beyond the room, compared with one point of a line. */
const onSomething = 100;

function badness(box: Box, { boxes, points, room }: Surroundings, words: readonly Box[]): number {
  const things = [...boxes, ...words].filter((other) => overlap(box, other)).length;
  const isCut = isWithin(box, room) ? 0 : 1;
  return (things + isCut) * onSomething + points.filter((point) => isIn(box, point)).length;
}

/** One place for each wish, in their order; null where there are no words. */
export function placeLabels(
  wishes: readonly Wish[],
  surroundings: Surroundings,
): readonly (LabelPlace | null)[] {
  const words: Box[] = [];
  return wishes.map(({ text, places }) => {
    if (text === '') return null;
    let best: { readonly place: LabelPlace; readonly box: Box; readonly bad: number } | null = null;
    for (const place of places) {
      const box = boxOf(text, place);
      const bad = badness(box, surroundings, words);
      if (best === null || bad < best.bad) best = { place, box, bad };
    }
    if (best === null) return null;
    words.push(best.box);
    return best.place;
  });
}
