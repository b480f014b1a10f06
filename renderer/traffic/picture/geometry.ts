// SPDX-License-Identifier: MIT

/** In CSS pixels, from the upper left corner of a picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From its upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
