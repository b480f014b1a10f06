// SPDX-License-Identifier: MIT
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inOutput, projectRoot } from '../../build/project-paths';
import { cacheFolder } from '../../build/set-up/cache-folder';
import { DoneMark } from '../../build/set-up/fingerprint';
import { provideWindowsNode } from '../../build/set-up/node-releases';
import { provideSystemTools } from '../../build/set-up/system-tools';
import { DebianChroot } from '../chroots/debian-chroot';
import type { Wine } from '../runner/wine';

const contents = { packages: ['wine64'] };

/**
 * A Debian 13 with its Wine 10, where a program has the lesser half of an administrator's split token until it asks
 * for the other. It takes minutes to make and nothing that runs there changes it, so it is kept.
 */
function provideDebian(): DebianChroot {
  const debian = new DebianChroot('trixie', cacheFolder('debian-13-wine'));
  const print = contents.packages.join(' ');
  const done = new DoneMark(`${debian.folder}.contents`);
  if (done.isFor(print)) return debian;
  console.log('Making a Debian 13 for its Wine');
  provideSystemTools('test under UAC');
  done.clear();
  debian.make(contents);
  done.set(print);
  return debian;
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** A program of the outside that runs one of the inside. */
function writeCommand(file: string, words: readonly string[]): string {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\nexec ${words.map(quoted).join(' ')} "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

/**
 * Makes it ready. Its programs find the project, node.exe and the folder of temporary files where they are outside.
 * Throws a SetUpProblem where the system or node.exe cannot be had.
 */
export async function provideWineWithUac(): Promise<Wine> {
  const shared = ['/tmp', projectRoot, path.dirname(await provideWindowsNode())];
  const entrance = provideDebian().entrance('root', shared);
  const command = (name: string) =>
    writeCommand(inOutput('uac', name), [...entrance, `/usr/lib/wine/${name}`]);
  return {
    program: command('wine64'),
    server: command('wineserver64'),
    prefix: inOutput('uac', 'wine'),
  };
}
