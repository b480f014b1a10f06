// SPDX-License-Identifier: MIT
import type { AppError } from '../../../electron/contract/errors';
import { mainTable } from '../../../electron/contract/route-numbers';
import type { BestRoute } from '../../../electron/contract/snapshot';
import { errorText } from '../../../electron/texts/error-text';
import { messages } from '../../../electron/language/messages';
import type { RouteRow } from '../../../electron/texts/route-rows';

const words = messages.routes.lookup;

/** RTN_LOCAL. */
const local = 2;

/** What the platforms call it when no route leads anywhere: numbers of Linux and of Windows. */
const unreachable: readonly string[] = [
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ERROR_NETWORK_UNREACHABLE',
  'ERROR_HOST_UNREACHABLE',
  'ERROR_NOT_FOUND',
];

const anyAddress = /^(?:0\.0\.0\.0|::)$/;

function routeText({ destination, prefixLength, table }: BestRoute): string {
  const route = `${destination}/${prefixLength}`;
  if (table === mainTable) return route;
  return words.table({ route, table: messages.routes.tables[table] ?? String(table) });
}

/** The answer to a lookup as one sentence. */
export function answerText(address: string, route: BestRoute, adapter: string): string {
  if (route.type === local) return words.own({ address });
  const type = messages.routes.types[route.type];
  if (type !== undefined) return words.refused({ address, type });
  return anyAddress.test(route.nextHop)
    ? words.direct({ address, adapter, route: routeText(route) })
    : words.through({ address, adapter, gateway: route.nextHop, route: routeText(route) });
}

/** Why there is no answer, as one or two sentences. */
export function noAnswerText(address: string, error: AppError): string {
  if (error.code === 'invalid-request') return words.invalid({ text: address });
  if (error.platform && unreachable.includes(error.platform.name))
    return words.nowhere({ address });
  return `${words.failed({ address })} ${errorText(error)}`;
}

/** The row that a lookup answered with, if the table has it. */
export function rowOfAnswer(rows: readonly RouteRow[], best: BestRoute): RouteRow | undefined {
  const candidates = rows.filter(
    ({ route }) =>
      route.destination === best.destination &&
      route.prefixLength === best.prefixLength &&
      route.table === best.table &&
      (route.luid === best.luid || route.hops.some(({ luid }) => luid === best.luid)),
  );
  // Of several equal ones the answer names the gateway and the metric.
  const rank = ({ route }: RouteRow) =>
    Number(route.metric !== best.metric) + Number(route.nextHop !== best.nextHop);
  return candidates.toSorted((a, b) => rank(a) - rank(b))[0];
}
