// SPDX-License-Identifier: MIT
// Compiles one source anew, links it in front of the library that holds the right one, and runs the tests.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inOutput, inProject } from '../../build/project-paths';
import { captureCommand, runQuietly } from '../../build/run-command';
import { cmakeFolder } from '../../build/set-up/native-build';
import { SetUpProblem } from '../../build/set-up/set-up-problem';
import { mutantOf } from './mutant';
import type { Mutation } from './mutation';

interface CompileCommand {
  readonly directory: string;
  readonly command: string;
  readonly file: string;
}

const folder = inOutput('mutation');
const [object, program] = [path.join(folder, 'mutant.o'), path.join(folder, 'mutant')] as const;

/** A header is compiled with the source it belongs to. */
const headerUsers: Readonly<Record<string, string>> = {
  'native/transaction/frame_fields.h': 'native/transaction/frame.cpp',
};

function compileCommand(file: string): CompileCommand {
  const database = path.join(cmakeFolder(), 'compile_commands.json');
  const commands = JSON.parse(readFileSync(database, 'utf8')) as CompileCommand[];
  const found = commands.find((command) => command.file === inProject(file));
  if (!found) throw new SetUpProblem(`${file} is not compiled here.`);
  return found;
}

/** Writes the mutant where an include by folder finds it before the right one. */
function writeMutant(mutation: Mutation): string {
  const place = path.join(folder, mutation.file);
  rmSync(path.join(folder, 'native'), { recursive: true, force: true });
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, mutantOf(mutation));
  return place;
}

async function run(what: string, command: string, directory: string): Promise<void> {
  const { exitCode, output } = await runQuietly('sh', ['-c', command], { cwd: directory });
  if (exitCode !== 0) throw new SetUpProblem(`${what}\n${output}`);
}

async function compile(mutation: Mutation): Promise<void> {
  const mutant = writeMutant(mutation);
  const user = headerUsers[mutation.file];
  const { command, directory } = compileCommand(user ?? mutation.file);
  // What is meant to be quick here is the compiler; a check that is gone leaves values unused.
  const ours = command
    .replace(' -', ` -I${path.join(folder, 'native')} -`)
    .replace(/ -o \S+/, ` -o ${object}`)
    .replace(/ -c \S+/, ` -c ${user ? inProject(user) : mutant}`)
    .concat(' -O0 -U_FORTIFY_SOURCE -w');
  await run(`${mutation.text}\ndoes not compile:`, ours, directory);
}

/** The right one of a test program, with the mutant in front of all libraries. */
async function link(tests: string): Promise<void> {
  const { output } = captureCommand('ninja', ['-C', cmakeFolder(), '-t', 'commands', tests]);
  const right = output.trimEnd().split('\n').at(-1) ?? '';
  const ours = right.replace(/ -o \S+/, ` -o ${program} ${object}`);
  await run(`${tests} does not link:`, ours, cmakeFolder());
}

/** Whether a test notices. A program that crashes or does not end is noticed too. */
export async function isNoticedByNativeTests(mutation: Mutation): Promise<boolean> {
  rmSync(program, { force: true });
  await compile(mutation);
  await link(mutation.tests);
  const { exitCode } = await runQuietly(program, ['--abort-after=1'], { timeout: 120_000 });
  return exitCode !== 0;
}
