// SPDX-License-Identifier: MIT
/** Finds what the window says, in the language that is spoken: whoever opens a scene speaks it before. */

/** Stands where a value would, in a message that is only looked for; a number that it is not is written NaN. */
const anything = '\uE000';

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** A message with whatever values: all of it, but for values that are not given. */
export function said<Values extends object>(
  message: (values: Values) => string,
  given: Partial<Values> = {},
): RegExp {
  const values = new Proxy(given, {
    has: () => true,
    get: (known, name) =>
      (Object.hasOwn(known, name) ? Reflect.get(known, name) : anything) as unknown,
  });
  const parts = message(values as Values).split(new RegExp(`${anything}|NaN`));
  return new RegExp(parts.map(escaped).join('[^]*'));
}
