// SPDX-License-Identifier: MIT
// What a message in ICU MessageFormat takes.

import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** A text is put in as it is, a number is written as the language does, a choice selects words. */
export type ArgumentKind = 'text' | 'number' | 'choice' | 'yes-or-no';

/** The argument's kind by its name. */
export type MessageArguments = ReadonlyMap<string, ArgumentKind>;

/** Parses as the program does: no tags. @throws {SyntaxError} */
export const parseMessage = (text: string): readonly MessageFormatElement[] =>
  parse(text, { ignoreTag: true });

/** Every element, those within plurals and selects too. */
export function elementsOf(
  elements: readonly MessageFormatElement[],
): readonly MessageFormatElement[] {
  return elements.flatMap((element) =>
    element.type === TYPE.plural || element.type === TYPE.select
      ? [element, ...Object.values(element.options).flatMap(({ value }) => elementsOf(value))]
      : [element],
  );
}

function argumentKind(element: MessageFormatElement): ArgumentKind | null {
  switch (element.type) {
    case TYPE.argument:
      return 'text';
    case TYPE.number:
    case TYPE.plural:
      return 'number';
    case TYPE.select:
      return 'true' in element.options ? 'yes-or-no' : 'choice';
    case TYPE.literal:
    case TYPE.pound:
      return null;
    case TYPE.date:
    case TYPE.time:
    case TYPE.tag:
      throw new SyntaxError('Dates, times and tags are no part of messages here.');
  }
}

/** What a message takes. One that is said to be a text as well as a number is a number. @throws {SyntaxError} */
export function argumentsOf(text: string): MessageArguments {
  const kinds = new Map<string, ArgumentKind>();
  for (const element of elementsOf(parseMessage(text))) {
    const kind = argumentKind(element);
    if (kind === null || !('value' in element)) continue;
    const known = kinds.get(element.value);
    if (known === undefined || known === 'text') kinds.set(element.value, kind);
    else if (kind !== 'text' && kind !== known) {
      throw new SyntaxError(`{${element.value}} is a ${known} and a ${kind}.`);
    }
  }
  return kinds;
}
