// SPDX-License-Identifier: MIT
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { unusedMessages } from '../../../build/messages/unused-messages';

const folder = mkdtempSync(path.join(tmpdir(), 'messages-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const types = path.join(folder, 'types.ts');
const code = path.join(folder, 'code.ts');

writeFileSync(
  types,
  `export interface Words {
     readonly app: { readonly name: string; readonly close: string };
     readonly 'two-words': { readonly on: string; readonly off: string };
     readonly counted: (values: { readonly n: number }) => string;
   }
   export declare const words: Words;`,
);

/** Of the language alone: the types of Node.js and of the browser would be read and checked for each of these. */
const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  lib: ['lib.es2023.d.ts'],
  types: [],
};

/** The names that these lines do not ask for. */
function unusedIn(lines: string): readonly string[] {
  writeFileSync(code, `import { words } from './types';\n${lines}`);
  const program = ts.createProgram([types, code], options);
  expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([]);
  return unusedMessages(program, { file: types, name: 'Words' });
}

const all = ['app.name', 'app.close', 'two-words.on', 'two-words.off', 'counted'];

describe('a message', () => {
  it('is unused where nothing asks for it', () => {
    expect(unusedIn('')).toEqual(all);
  });

  it.each([
    ['by its name', 'words.app.name;', ['app.name']],
    [
      'by a name of its part',
      'const { app } = words; const part = app; part.close;',
      ['app.close'],
    ],
    ['taken out of its part', 'const { name: title } = words.app; title;', ['app.name']],
    ['as a function', 'words.counted({ n: 1 });', ['counted']],
    [
      'by a key that is one of several',
      "declare const key: 'on' | 'off'; words['two-words'][key];",
      ['two-words.on', 'two-words.off'],
    ],
    ['by the only key', "words['two-words']['on'];", ['two-words.on']],
    ['with its whole part', 'Object.values(words.app);', ['app.name', 'app.close']],
    ['with all of them', 'export const others = [words];', all],
    [
      'under another type',
      'const part: Readonly<Record<string, string>> = words.app; part.name;',
      ['app.name', 'app.close'],
    ],
  ])('is said %s', (_how, lines, said) => {
    expect(unusedIn(lines)).toEqual(all.filter((name) => !said.includes(name)));
  });

  it('is not said by a variable of its name', () => {
    expect(unusedIn('const name = 1; const app = { close: name }; app.close;')).toEqual(all);
  });
});
