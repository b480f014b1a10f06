// SPDX-License-Identifier: MIT
import type { InternetTraffic } from './preview';
import type { Luid } from './snapshot';

/** The adapters that most internet traffic may leave through; none where it doesn't leave. */
export function carriersOf(traffic: InternetTraffic): readonly Luid[] {
  switch (traffic.kind) {
    case 'through':
    case 'wide-routes':
    case 'rules':
      return [traffic.luid];
    case 'tie':
      return traffic.luids;
    case 'lost':
    case 'dropped':
    case 'stays':
    case 'none':
      return [];
  }
}
