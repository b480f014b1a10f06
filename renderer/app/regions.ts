// SPDX-License-Identifier: MIT
// Regions of the window that F6 moves between: elements with `data-region`, in reading order.

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), [tabindex="0"]';

function visibleRegions(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-region]')];
}

/** Where focus goes in a region: where the region says, or its first control, or the region itself. */
function focusRegion(region: HTMLElement): void {
  const inside =
    region.querySelector<HTMLElement>('[data-region-focus="title"]') ??
    region.querySelector<HTMLElement>('[data-region-focus][tabindex="0"]') ??
    region.querySelector<HTMLElement>(focusable);
  if (!inside && !region.hasAttribute('tabindex')) region.tabIndex = -1;
  (inside ?? region).focus();
}

/** Moves focus to the next region, or the one before. */
export function focusNextRegion(direction: 1 | -1): void {
  const regions = visibleRegions();
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  const start = current === -1 && direction === -1 ? 0 : current;
  const next = regions.at((start + direction + regions.length) % regions.length);
  if (next) focusRegion(next);
}

/** Moves focus to the region with this name, if it is there. */
export function focusRegionNamed(name: string): void {
  const region = visibleRegions().find((candidate) => candidate.dataset['region'] === name);
  if (region) focusRegion(region);
}

/** Moves focus to the chosen item of the navigation where it would be nowhere: what had it went with its page. */
export function rescueFocus(): void {
  const { activeElement } = document;
  if (activeElement !== null && activeElement !== document.body) return;
  document.querySelector<HTMLElement>('nav [aria-current="page"]')?.focus();
}
