// SPDX-License-Identifier: MIT
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inOutput, inProject } from '../../build/project-paths';
import { captureCommand } from '../../build/run-command';

function run(tool: string, toolArguments: readonly string[]): void {
  const { exitCode, output } = captureCommand(`x86_64-w64-mingw32-${tool}`, toolArguments);
  if (exitCode !== 0) throw new Error(`The made-up runtime did not build: ${output}`);
}

/** A folder with what electron-builder needs of Electron for Windows; its program does nothing. */
export function makeWindowsRuntime(): { runtime: string; electronVersion: string } {
  const runtime = inOutput('made-up-windows-runtime');
  mkdirSync(path.join(runtime, 'resources'), { recursive: true });
  mkdirSync(path.join(runtime, 'locales'), { recursive: true });
  writeFileSync(path.join(runtime, 'locales', 'en-US.pak'), '');
  const resources = path.join(runtime, 'resources.o');
  run('windres', [inProject('test/package/made-up-electron.rc'), resources]);
  const program = path.join(runtime, 'electron.exe');
  const source = inProject('test/package/made-up-electron.c');
  run('gcc-posix', ['-s', '-mwindows', '-o', program, source, resources]);
  rmSync(resources);
  return { runtime, electronVersion: '45.4.1' };
}
