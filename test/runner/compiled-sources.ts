// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../build/project-paths';

/** The sources under native/ that a CMake folder compiles, relative to the root, each once. */
export function readCompiledSources(cmakeFolder: string): string[] {
  const commands = JSON.parse(
    readFileSync(path.join(cmakeFolder, 'compile_commands.json'), 'utf8'),
  ) as { file: string }[];
  const files = commands.map(({ file }) => path.relative(projectRoot, file));
  return [...new Set(files)].filter((file) => file.startsWith('native/')).sort();
}
