// SPDX-License-Identifier: MIT
// The types of all messages, made of the English catalogue: electron/language/messages.generated.ts.

import { format, resolveConfig } from 'prettier';
import { inProject } from '../project-paths';
import { argumentsOf } from './arguments';
import type { ArgumentKind } from './arguments';
import type { Catalogue } from './catalogues';

/** The file that holds them. */
export const messageTypesFile = inProject('electron', 'language', 'messages.generated.ts');

const types: Readonly<Record<ArgumentKind, string>> = {
  text: 'string | number',
  number: 'number',
  choice: 'string',
  'yes-or-no': 'boolean',
};

const property = (name: string) => (/^[a-zA-Z]\w*$/.test(name) ? name : `'${name}'`);

function messageType(text: string): string {
  const members = [...argumentsOf(text)].map(([name, kind]) => `readonly ${name}: ${types[kind]};`);
  return members.length === 0 ? 'string' : `(values: { ${members.join(' ')} }) => string`;
}

/** Numbers of the system, of which not every one has words. */
const isNumbered = (catalogue: Catalogue) =>
  Object.keys(catalogue).every((name) => /^\d+$/.test(name));

function catalogueType(catalogue: Catalogue): string {
  if (isNumbered(catalogue)) return 'Readonly<Record<number, string>>';
  const members = Object.entries(catalogue).map(([name, part]) => {
    const type = typeof part === 'string' ? messageType(part) : catalogueType(part);
    return `readonly ${property(name)}: ${type};`;
  });
  return `{\n${members.join('\n')}\n}`;
}

/** The whole file. */
export async function formattedMessageTypes(english: Catalogue): Promise<string> {
  const source = `// SPDX-License-Identifier: MIT
// Made of en.json by \`npm run messages\`.

/** Every message: a text, or a function of its arguments. */
export interface Messages ${catalogueType(english)}
`;
  const style = await resolveConfig(messageTypesFile);
  return format(source, { ...style, filepath: messageTypesFile });
}
