// SPDX-License-Identifier: MIT
// A strict reader of the little PowerShell that Interface Panel writes, by about_Parsing, about_Quoting_Rules
// and about_Wildcards. Whatever else PowerShell would do something with is an error here.

export interface PowerShellCommand {
  readonly name: string;
  /** By name without the dash. */
  readonly parameters: Readonly<Record<string, string>>;
}

const quotes = "'\u2018\u2019\u201a\u201b";
const dashes = '-\u2013\u2014\u2015';

interface Token {
  readonly kind: 'bare' | 'quoted';
  readonly text: string;
}

class Reader {
  #at = 0;

  constructor(readonly source: string) {}

  get next(): string {
    return this.source.charAt(this.#at);
  }

  get isDone(): boolean {
    return this.#at >= this.source.length;
  }

  take(): string {
    return this.source.charAt(this.#at++);
  }

  /** A string in single quotes; two of any kind of them stand for the first. */
  quoted(): Token {
    this.take();
    let text = '';
    while (!this.isDone) {
      const character = this.take();
      if (!quotes.includes(character)) {
        text += character;
      } else if (this.next !== '' && quotes.includes(this.next)) {
        text += character;
        this.take();
      } else {
        return { kind: 'quoted', text };
      }
    }
    throw new SyntaxError(`A string does not end: ${this.source}`);
  }

  bare(): Token {
    let text = '';
    while (!this.isDone && !/[ \n]/.test(this.next)) text += this.take();
    if (!/^[A-Za-z0-9-]+$/.test(text)) throw new SyntaxError(`Not a plain word: ${text}`);
    return { kind: 'bare', text };
  }

  comment(): void {
    while (!this.isDone && this.next !== '\n') this.take();
  }
}

/** The tokens of each line that is not a comment; a quoted string may go over several. */
function tokenize(source: string): Token[][] {
  const reader = new Reader(source);
  const lines: Token[][] = [[]];
  while (!reader.isDone) {
    const line = lines.at(-1) ?? [];
    if (reader.next === '\n') {
      reader.take();
      lines.push([]);
    } else if (reader.next === ' ') reader.take();
    else if (reader.next === '#' && line.length === 0) reader.comment();
    else line.push(quotes.includes(reader.next) ? reader.quoted() : reader.bare());
  }
  return lines.filter((line) => line.length > 0);
}

function command([name, ...rest]: Token[]): PowerShellCommand {
  if (name?.kind !== 'bare') throw new SyntaxError('A line begins with no command');
  const parameters: Record<string, string> = {};
  for (let index = 0; index < rest.length; index += 2) {
    const [parameter, argument] = [rest[index], rest[index + 1]];
    const isParameter = parameter?.kind === 'bare' && dashes.includes(parameter.text.charAt(0));
    if (!isParameter) throw new SyntaxError(`No parameter: ${parameter?.text ?? ''}`);
    const isArgument =
      argument?.kind === 'quoted' || (argument && !dashes.includes(argument.text.charAt(0)));
    if (!isArgument) throw new SyntaxError(`${parameter.text} has no argument`);
    const key = parameter.text.slice(1);
    if (Object.hasOwn(parameters, key)) throw new SyntaxError(`${key} stands twice`);
    parameters[key] = argument.text;
  }
  return { name: name.text, parameters };
}

/** The commands of a script; throws for anything that is not a command with named parameters, or a comment. */
export function parsePowerShell(source: string): readonly PowerShellCommand[] {
  return tokenize(source).map(command);
}

function escaped(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/u, String.raw`\$&`);
}

/** Whether a wildcard pattern matches the whole of a text, without regard to case. */
export function wildcardMatches(pattern: string, text: string): boolean {
  const characters = Array.from(pattern);
  let expression = '';
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    if (character === '`') expression += escaped(characters[++index] ?? '');
    else if (character === '*') expression += '.*';
    else if (character === '?') expression += '.';
    else if (character === '[') {
      const end = characters.indexOf(']', index);
      expression += `[${characters.slice(index + 1, end).join('')}]`;
      index = end;
    } else expression += escaped(character);
  }
  return new RegExp(`^${expression}$`, 'isu').test(text);
}
