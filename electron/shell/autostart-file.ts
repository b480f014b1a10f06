// SPDX-License-Identifier: MIT
// The file by which a desktop of Linux starts a program when its user signs in (XDG Desktop Application Autostart).

import { constants } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Folder } from '../files/folder';
import { messages } from '../language/messages';

const name = 'interface-panel.desktop';

/** Far more than any such file has. */
const sizeLimit = 64 * 1024;

const stringEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
};

/** A value of type string (Desktop Entry Specification, "Possible value types"). */
const stringValue = (text: string) =>
  text.replace(/[\\\n\t\r]/g, (character) => stringEscapes[character] ?? character);

/** One argument of a command line ("The Exec key"), which is quoted before it is a string. */
const quoted = (argument: string) =>
  `"${argument.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`;

/** Lines by which a desktop notes that its user switched a file off. */
const switchedOff = /^(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/m;

/** One for a program and the arguments that it starts with. */
export class AutostartFile {
  readonly #folder: string;
  readonly #executable: string;
  readonly #commandLine: string;

  /** `configuration`: the user's folder for it, usually ~/.config. */
  constructor(configuration: string, executable: string, switches: readonly string[]) {
    this.#folder = path.join(configuration, 'autostart');
    this.#executable = executable;
    const command = [executable, ...switches].map(quoted).join(' ');
    this.#commandLine = `Exec=${stringValue(command)}`;
  }

  /** Whether it is there, starts this very program, and was not switched off in the desktop's own settings. */
  async isOn(): Promise<boolean> {
    // What is no file of this user's is none of ours.
    const text = await this.#inFolder(beginningOf).catch(() => '');
    return text.split('\n').includes(this.#commandLine) && !switchedOff.test(text);
  }

  /** Writes it, whatever was there. */
  async write(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await this.#inFolder((folder) => folder.replace(name, this.#text()));
  }

  /** Leaves nothing of it. */
  async remove(): Promise<void> {
    await rm(path.join(this.#folder, name), { force: true });
  }

  #text(): string {
    const lines = [
      '[Desktop Entry]',
      'Type=Application',
      'Name=Interface Panel',
      `Comment=${messages.desktopEntry.comment}`,
      this.#commandLine,
      // Nothing is started, and nothing said, once the program is gone.
      `TryExec=${stringValue(this.#executable)}`,
      'Terminal=false',
    ];
    return `${lines.join('\n')}\n`;
  }

  async #inFolder<Result>(work: (folder: Folder) => Promise<Result>): Promise<Result> {
    const folder = await Folder.open(this.#folder, { noLink: false });
    try {
      return await work(folder);
    } finally {
      await folder.close();
    }
  }
}

async function beginningOf(folder: Folder): Promise<string> {
  const handle = await folder.openFile(name, constants.O_RDONLY);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sizeLimit), 0, sizeLimit, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
