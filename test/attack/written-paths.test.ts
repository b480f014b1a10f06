// SPDX-License-Identifier: MIT
// Which paths are opened for writing, as strace sees it: few, and ours beneath a descriptor and through no link.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { electronExecutable } from '../../build/set-up/electron-runtime';
import { launchApp } from '../e2e/support/app';
import { cliBundle } from '../fault/work-folder';
import { folderOfTest } from './other-user';

const calls = 'openat,open,creat,rename,renameat,renameat2,link,linkat,symlink,truncate';
const strace = (trace: string) =>
  `strace -D -f --seccomp-bpf -s 300 -e trace=${calls} -o ${trace}`.split(' ');

/** One call that writes, makes or moves a file. */
interface Writing {
  readonly file: string;
  readonly text: string;
}

function writingsIn(trace: string): readonly Writing[] {
  return (
    readFileSync(trace, 'utf8')
      .split('\n')
      .filter((line) => !/ENOENT|ENOTDIR|resumed>|O_RDONLY/.test(line))
      .filter((line) => /O_WRONLY|O_RDWR|O_CREAT|(rename|link|truncate|creat)\w*\(/.test(line))
      // Of two paths the second is the one that is made.
      .map((text) => ({ text, file: [...text.matchAll(/"([^"]*)"/g)].at(-1)?.[1] ?? '' }))
  );
}

/** Ours: names in the user's folder, which is open. */
const own =
  /^\/proc\/self\/fd\/\d+\/\.?(journal|journal-damaged-\w+|edits|preferences|window|log|log\.old)\.jsonl?(\.\w+\.new)?$/;

const isOwn = ({ file }: Writing) => file.startsWith('/proc/self/fd/');

function expectThroughNoLink(writings: readonly Writing[]): void {
  for (const { file, text } of writings.filter(isOwn)) {
    expect(file).toMatch(own);
    if (!text.includes('rename')) expect(text).toContain('O_NOFOLLOW');
  }
}

it('the restore command writes in the folder it has open, and nowhere else', () => {
  const userData = folderOfTest();
  const trace = path.join(folderOfTest(), 'trace');
  mkdirSync(path.join(userData, 'linux'), { mode: 0o700 });
  writeFileSync(path.join(userData, 'linux', 'journal.jsonl'), '{"checksum":"0123');
  const [program = '', ...before] = strace(trace);
  const command = [process.execPath, cliBundle, 'restore', `--user-data-dir=${userData}`];
  expect(spawnSync(program, [...before, ...command]).status).toBe(0);
  const writings = writingsIn(trace);
  expect(writings.length).toBeGreaterThan(3);
  expect(writings.filter((writing) => !isOwn(writing))).toEqual([]);
  expectThroughNoLink(writings);
});

it('the app does so besides what Chromium keeps, which lies in the same folder or has random names', async () => {
  const folder = folderOfTest();
  const [trace, traced] = [path.join(folder, 'trace'), path.join(folder, 'traced')];
  const command = [...strace(trace), electronExecutable(), '"$@"'].join(' ');
  writeFileSync(traced, `#!/bin/sh\nexec ${command}\n`, { mode: 0o755 });
  const app = await launchApp({ executable: traced });
  await app.interfaces.table.waitFor();
  await app.close();
  const ofChromium: readonly RegExp[] = [
    new RegExp(`^${app.userData}/`),
    /^\/(dev\/shm|tmp)\/\.org\.chromium\.Chromium\.\w{6}$/,
    /^\/tmp\/scoped_dir\w{6}\/Singleton(Socket|Cookie)$/,
    // Devices.
    /^\/dev\/(?!shm\/)/,
    /^\/proc\/(self|\d+)\/(oom_score_adj|task\/\d+\/comm|uid_map|gid_map|setgroups)$/,
    // GTK's settings.
    new RegExp(`^(${homedir()}/\\.cache|/run/user/\\d+)/dconf/user$`),
    new RegExp(`^${homedir()}/\\.cache/(fontconfig|mesa_shader_cache)/`),
  ];
  const writings = writingsIn(trace);
  const others = writings.filter((writing) => {
    return !isOwn(writing) && !ofChromium.some((place) => place.test(writing.file));
  });
  expect(others).toEqual([]);
  expect(writings.filter(isOwn).length).toBeGreaterThan(1);
  expectThroughNoLink(writings);
});
