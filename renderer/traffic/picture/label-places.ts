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
  /** Points of the line that they are about, close to each other. */
  readonly line: readonly Point[];
}

interface Surroundings {
  readonly boxes: readonly Box[];
  /** What lies beyond is cut off, or lies on something else. */
  readonly room: Box;
}

/** About what a letter of the caption takes, and a line of it above and below where it stands. */
const letter = 6.4;
const ascent = 11;
const descent = 3;

/** Between words and what they are not to stand close to: beside them, and above and below. */
const apart = { x: 10, y: 3 };

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

/** Words with the room that keeps others off them. */
function spaced({ x, y, width, height }: Box): Box {
  return {
    x: x - apart.x,
    y: y - apart.y,
    width: width + 2 * apart.x,
    height: height + 2 * apart.y,
  };
}

/** How far the middle of words is from a line. */
function distanceTo({ x, y, width, height }: Box, line: readonly Point[]): number {
  const distances = line.map((point) =>
    Math.hypot(point.x - x - width / 2, point.y - y - height / 2),
  );
  return Math.min(...distances);
}

/** How bad it is to lie on other words or on a box, or beyond the room, compared with one point of a line. */
const onSomething = 100;
/** How bad it is to stand close to one of these. */
const besideThing = 20;
/** How bad it is to stand nearer to another line than to their own. */
const besideAnother = 8;

/** What one place is measured by. */
interface Candidate {
  readonly box: Box;
  readonly own: readonly Point[];
  readonly others: readonly (readonly Point[])[];
}

function badness(
  { box, own, others }: Candidate,
  { boxes, room }: Surroundings,
  words: readonly Box[],
): number {
  const things = [...boxes, ...words];
  const touched = things.filter((other) => overlap(box, other)).length;
  const close = things.filter((other) => overlap(spaced(box), other)).length;
  const isCut = isWithin(box, room) ? 0 : 1;
  const points = [own, ...others].flat().filter((point) => isIn(box, point)).length;
  const ownDistance = distanceTo(box, own);
  const nearer = others.filter((line) => distanceTo(box, line) < ownDistance).length;
  return (touched + isCut) * onSomething + close * besideThing + nearer * besideAnother + points;
}

/** The best place of a wish, and the room it takes. */
function bestPlace(
  { text, places, line: own }: Wish,
  others: readonly (readonly Point[])[],
  surroundings: Surroundings,
  words: readonly Box[],
) {
  const candidates = places.map((place) => {
    const box = boxOf(text, place);
    return { place, box, bad: badness({ box, own, others }, surroundings, words) };
  });
  const least = Math.min(...candidates.map(({ bad }) => bad));
  return candidates.find(({ bad }) => bad === least);
}

/** One place for each wish, in their order; null where there are no words. */
export function placeLabels(
  wishes: readonly Wish[],
  surroundings: Surroundings,
): readonly (LabelPlace | null)[] {
  const words: Box[] = [];
  const found = new Map<Wish, LabelPlace>();
  // Few places suit long words; short ones find room beside them.
  for (const wish of wishes.toSorted((a, b) => b.text.length - a.text.length)) {
    if (wish.text === '') continue;
    const others = wishes.filter((other) => other !== wish).map(({ line }) => line);
    const best = bestPlace(wish, others, surroundings, words);
    if (!best) continue;
    words.push(best.box);
    found.set(wish, best.place);
  }
  return wishes.map((wish) => found.get(wish) ?? null);
}
