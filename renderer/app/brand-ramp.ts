// SPDX-License-Identifier: MIT
import type { BrandVariants } from '@fluentui/react-components';

/** Fluent's own blue. Its themes are made so that texts and borders in these shades can be told from what is behind. */
const fluentRamp: BrandVariants = {
  10: '#061724',
  20: '#082338',
  30: '#0a2e4a',
  40: '#0c3b5e',
  50: '#0e4775',
  60: '#0f548c',
  70: '#115ea3',
  80: '#0f6cbd',
  90: '#2886de',
  100: '#479ef5',
  110: '#62abf5',
  120: '#77b7f7',
  130: '#96c6fa',
  140: '#b4d6fa',
  150: '#cfe4fa',
  160: '#ebf3fc',
};

type Channels = readonly [red: number, green: number, blue: number];

/** From 0 to 1. */
function channelsOf(colour: string): Channels {
  const at = (start: number) => parseInt(colour.slice(start, start + 2), 16) / 255;
  return [at(1), at(3), at(5)];
}

function textOf(channels: Channels): string {
  const hex = (channel: number) =>
    Math.round(channel * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${channels.map(hex).join('')}`;
}

/** Relative luminance of WCAG 2: contrast depends on nothing else. */
function luminanceOf(channels: Channels): number {
  const linear = (channel: number) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  const [red, green, blue] = channels;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** The colour between black (-1), itself (0) and white (1). */
function shaded(channels: Channels, lightness: number): Channels {
  const shade = (channel: number) =>
    lightness < 0 ? channel * (1 + lightness) : channel + (1 - channel) * lightness;
  return [shade(channels[0]), shade(channels[1]), shade(channels[2])];
}

/** The shade of a colour with this luminance, found by halving what is left. */
function shadeWith(channels: Channels, luminance: number): Channels {
  let [darkest, lightest] = [-1, 1];
  for (let step = 0; step < 20; step += 1) {
    const middle = (darkest + lightest) / 2;
    if (luminanceOf(shaded(channels, middle)) < luminance) darkest = middle;
    else lightest = middle;
  }
  return shaded(channels, (darkest + lightest) / 2);
}

/**
 * Shades of an accent colour ("#rrggbb") that stand in the place of Fluent's blue. Each is as light as its counterpart,
 * so every contrast of Fluent's themes stays what it is, whatever the accent.
 */
export function brandRamp(accent: string): BrandVariants {
  const channels = channelsOf(accent);
  const shadeLike = (shade: string) => textOf(shadeWith(channels, luminanceOf(channelsOf(shade))));
  const shades = Object.entries(fluentRamp).map(
    ([place, shade]: [string, string]) => [place, shadeLike(shade)] as const,
  );
  return { ...fluentRamp, ...Object.fromEntries(shades) };
}
