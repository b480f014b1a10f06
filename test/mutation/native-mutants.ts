// SPDX-License-Identifier: MIT
// Compiles one source anew, links it in front of the library that holds the right one, and runs the tests.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inOutput, inProject } from '../../build/project-paths';
import { captureCommand } from '../../build/run-command';
import { cmakeFolder } from '../../build/set-up/native-build';
import { SetUpProblem } from '../../build/set-up/set-up-problem';
import { mutantOf } from './mutant';
import type { Mutation } from './mutations';

interface CompileCommand {
  readonly directory: string;
  readonly command: string;
  readonly file: string;
}

function compileCommand(file: string): CompileCommand {
  const database = path.join(cmakeFolder(), 'compile_commands.json');
  const commands = JSON.parse(readFileSync(database, 'utf8')) as CompileCommand[];
  const found = commands.find((command) => command.file === inProject(file));
  if (!found) throw new SetUpProblem(`${file} is not compiled here.`);
  return found;
}

function compile(mutation: Mutation, source: string, object: string): void {
  const { command, directory } = compileCommand(mutation.file);
  // What is meant to be quick here is the compiler; a check that is gone leaves values unused.
  const ours = command
    .replace(/ -o \S+/, ` -o ${object}`)
    .replace(/ -c \S+/, ` -c ${source}`)
    .concat(' -O0 -U_FORTIFY_SOURCE -w');
  const { exitCode, output } = captureCommand('sh', ['-c', ours], { cwd: directory });
  if (exitCode !== 0) throw new SetUpProblem(`${mutation.text}\ndoes not compile:\n${output}`);
}

function link(object: string, program: string): void {
  const objects = path.join(cmakeFolder(), 'test/native/CMakeFiles/transaction-tests.dir');
  const tests = readdirSync(objects).filter((name) => name.endsWith('.o'));
  const libraries = ['transaction/libtransaction.a', 'stack/libstack_core.a'];
  const { exitCode, output } = captureCommand(
    'c++',
    ['-o', program, object]
      .concat(tests.map((name) => path.join(objects, name)))
      .concat(libraries.map((name) => path.join(cmakeFolder(), name))),
  );
  if (exitCode !== 0) throw new SetUpProblem(output);
}

/** Whether a test notices. A program that crashes or does not end is noticed too. */
export function isNoticedByNativeTests(mutation: Mutation): boolean {
  const folder = inOutput('mutation');
  mkdirSync(folder, { recursive: true });
  const [source, object, program] = ['mutant.cpp', 'mutant.o', 'mutant'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  rmSync(program, { force: true });
  writeFileSync(source, mutantOf(mutation));
  compile(mutation, source, object);
  link(object, program);
  return captureCommand(program, ['--abort-after=1'], { timeout: 120_000 }).exitCode !== 0;
}
