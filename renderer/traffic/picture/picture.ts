// SPDX-License-Identifier: MIT
// What the picture of traffic shows: a pure function of the judge's answers, which sentence and table say too.
import { carriersOf } from '../../../electron/contract/carriers';
import { families } from '../../../electron/contract/family';
import type { Family } from '../../../electron/contract/family';
import type { InternetTraffic } from '../../../electron/contract/preview';
import type { Luid } from '../../../electron/contract/snapshot';
import { companyVpn } from '../status-text';
import type { Moment, TrafficAnswer } from '../status-text';

/** Where a line leads to. */
export type Destination = 'websites' | 'company';

/** How a line ends; all but `arrives` with a cross. */
export type LineEnd = 'arrives' | 'nowhere' | 'dropped' | 'lost' | 'stays';

/** A way that traffic takes. */
export interface PictureLine {
  readonly to: Destination;
  /** IPv6 beside IPv4, drawn thin; null: all traffic there goes this way. */
  readonly family: Family | null;
  /** Any of these adapters; none where it doesn't get as far. */
  readonly through: readonly Luid[];
  readonly end: LineEnd;
  /** What is so, what is so and would be replaced, or what would be. */
  readonly state: 'now' | 'replaced' | 'after';
  /** Whether routes or rules of a program lead it, which switches don't move. */
  readonly isLocked: boolean;
}

export interface Picture {
  /** Adapters with a place of their own, from top to bottom. */
  readonly adapters: readonly Luid[];
  /** How many others there are; lines through them lead through the place of them all. */
  readonly more: number;
  readonly destinations: readonly Destination[];
  readonly lines: readonly PictureLine[];
}

type Way = Pick<PictureLine, 'through' | 'end' | 'isLocked'>;
type Line = Omit<PictureLine, 'state'>;

function endOf({ kind }: InternetTraffic): LineEnd {
  switch (kind) {
    case 'through':
    case 'tie':
    case 'wide-routes':
    case 'rules':
      return 'arrives';
    case 'none':
      return 'nowhere';
    case 'lost':
    case 'dropped':
    case 'stays':
      return kind;
  }
}

function websitesWay(traffic: InternetTraffic): Way {
  return {
    through: traffic.kind === 'lost' ? [traffic.luid] : carriersOf(traffic),
    end: endOf(traffic),
    isLocked: traffic.kind === 'wide-routes' || traffic.kind === 'rules',
  };
}

function isSameLine(a: Way, b: Way): boolean {
  return (
    a.end === b.end &&
    a.isLocked === b.isLocked &&
    a.through.length === b.through.length &&
    a.through.every((luid) => b.through.includes(luid))
  );
}

/** A family without a route at any moment is one that this computer doesn't use, unless neither has one. */
function usedFamilies({ traffic }: TrafficAnswer): readonly Family[] {
  const used = families.filter((family) => {
    const { now, after } = traffic[family];
    return now.kind !== 'none' || after.kind !== 'none';
  });
  return used.length === 0 ? ['IPv4'] : used;
}

/** Whether one family would go another way and the other would not: what stays is then not drawn as changing. */
function doesOneFamilyChange(answer: TrafficAnswer): boolean {
  const stays = usedFamilies(answer).map((family) => {
    const { now, after } = answer.traffic[family];
    return isSameLine(websitesWay(now), websitesWay(after));
  });
  return new Set(stays).size > 1;
}

/** One line where families agree, or where only one of them is used; two where they differ, or one of them changes. */
function websiteLines(answer: TrafficAnswer, moment: Moment): readonly Line[] {
  const [main, other] = usedFamilies(answer).map((family) => ({
    family,
    way: websitesWay(answer.traffic[family][moment]),
  }));
  if (!main) return [];
  const line: Line = { to: 'websites', family: null, ...main.way };
  const isOne = !other || (isSameLine(main.way, other.way) && !doesOneFamilyChange(answer));
  if (isOne) return [line];
  return [line, { to: 'websites', family: other.family, ...other.way }];
}

function companyLines(answer: TrafficAnswer, moment: Moment): readonly Line[] {
  const vpn = companyVpn(answer, moment);
  if (vpn === null) return [];
  return [{ to: 'company', family: null, through: [vpn], end: 'arrives', isLocked: false }];
}

function isAmong(line: Line, others: readonly Line[]): boolean {
  return others.some((other) => other.family === line.family && isSameLine(line, other));
}

/** What is so; and beside it, where edits change that, what would be. */
function changing(now: readonly Line[], after: readonly Line[]): readonly PictureLine[] {
  return [
    ...now.map((line): PictureLine => {
      return { ...line, state: isAmong(line, after) ? 'now' : 'replaced' };
    }),
    ...after
      .filter((line) => !isAmong(line, now))
      .map((line): PictureLine => ({ ...line, state: 'after' })),
  ];
}

/** How many adapters have places of their own. */
export interface MostAdapters {
  /** Of those that lines lead through. */
  readonly onLines: number;
  /** Of all; more only where lines lead through more. */
  readonly inAll: number;
}

/**
 * The picture of an answer.
 * @param others adapters that could carry traffic, the preferred one first; those on lines come before the rest.
 */
export function pictureOf(
  answer: TrafficAnswer,
  others: readonly Luid[],
  most: MostAdapters,
): Picture {
  const lines = [websiteLines, companyLines].flatMap((linesAt) =>
    changing(linesAt(answer, 'now'), linesAt(answer, 'after')),
  );
  const used = new Set(lines.flatMap(({ through }) => through));
  const all = [...new Set([...others, ...used])];
  const important = [
    ...all.filter((luid) => used.has(luid)),
    ...all.filter((luid) => !used.has(luid)),
  ];
  const places = Math.max(most.inAll, Math.min(used.size, most.onLines));
  const shown = new Set(important.slice(0, places));
  return {
    // In their own order, so that none moves when a line does.
    adapters: all.filter((luid) => shown.has(luid)),
    more: all.length - shown.size,
    destinations: lines.some(({ to }) => to === 'company') ? ['websites', 'company'] : ['websites'],
    lines,
  };
}
