// SPDX-License-Identifier: MIT
// Where the window is and how large its contents are drawn, kept between runs. A file that cannot be used
// is as good as none: nothing of value is lost with it.

import { z } from 'zod';
import type { DataFolder } from '../files/data-folder';
import type { Folder } from '../files/folder';
import { readOwnJson } from '../files/json-file';

const fileName = 'window.json';

/** In pixels of the desktop. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowPlace {
  /** Not maximised. */
  readonly bounds: Area;
  readonly isMaximized: boolean;
  /** 1 = actual size. */
  readonly zoom: number;
}

const sizeLimit = 4 * 1024;
const version = 1;

/** X11 and Windows know no coordinates beyond 16 bits. */
const coordinate = z.int().min(-32_768).max(32_767);
const length = z.int().min(1).max(32_767);

const placeFile = z.strictObject({
  version: z.literal(version),
  bounds: z.strictObject({ x: coordinate, y: coordinate, width: length, height: length }),
  isMaximized: z.boolean(),
  zoom: z.number().min(0.8).max(4),
});

/** The place that was kept, or null where there is none that can be used. Never rejects. */
export async function readWindowPlace(folder: DataFolder): Promise<WindowPlace | null> {
  const content = await readOwnJson(folder, fileName, sizeLimit);
  if ('defect' in content) return null;
  const place = placeFile.safeParse(content.value).data;
  return place ? { bounds: place.bounds, isMaximized: place.isMaximized, zoom: place.zoom } : null;
}

/** Keeps a place as the window goes. Failing to does no harm: the next window opens where it usually does. */
export function writeWindowPlace(folder: Folder, place: WindowPlace): void {
  try {
    folder.replaceNow(fileName, JSON.stringify({ version, ...place }));
  } catch {
    // Nobody is waiting for it, and the folder's trouble is told by what matters more.
  }
}

/** So much of the title bar has to be in sight for a window to be dragged. */
const grip = { width: 100, height: 32 };

function overlap(aStart: number, aLength: number, bStart: number, bLength: number): number {
  return Math.min(aStart + aLength, bStart + bLength) - Math.max(aStart, bStart);
}

function holdsTitleBar(display: Area, { x, y, width }: Area): boolean {
  return (
    overlap(display.x, display.width, x, width) >= grip.width &&
    overlap(display.y, display.height, y, grip.height) >= grip.height
  );
}

/**
 * Bounds that can be reached on displays with these work areas: no larger than the display, and without a
 * position, so that the system chooses one, where the old one is on a display that is gone.
 */
export function reachableBounds(
  bounds: Area,
  displays: readonly Area[],
): Partial<Area> & Pick<Area, 'width' | 'height'> {
  const display = displays.find((candidate) => holdsTitleBar(candidate, bounds));
  const room = display ?? displays[0] ?? bounds;
  const size = {
    width: Math.min(bounds.width, room.width),
    height: Math.min(bounds.height, room.height),
  };
  return display ? { x: bounds.x, y: bounds.y, ...size } : size;
}
