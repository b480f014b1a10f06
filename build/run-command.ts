// SPDX-License-Identifier: MIT
import { spawn, spawnSync } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';
import { constants } from 'node:os';
import { projectRoot } from './project-paths';

export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Ends the command after this many milliseconds. */
  timeout?: number;
}

/** What a finished command wrote and how it ended; `exitCode` is 127 when it could not start. */
export interface CommandOutput {
  exitCode: number;
  output: string;
}

/** The exit code a shell would report. */
export function exitCodeOf(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}

/** Runs a command with its output on the terminal; resolves with its exit code, 127 if it could not start. */
export function runCommand(
  command: string,
  commandArguments: readonly string[],
  options: CommandOptions & Pick<SpawnOptions, 'stdio'> = {},
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, {
      cwd: projectRoot,
      stdio: 'inherit',
      ...options,
    });
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.once('exit', (code, signal) => {
      resolve(exitCodeOf(code, signal));
    });
  });
}

/** Runs a command beside others: what it writes is kept together and returned when it has ended. */
export function runQuietly(
  command: string,
  commandArguments: readonly string[],
  options: CommandOptions = {},
): Promise<CommandOutput> {
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, { cwd: projectRoot, ...options });
    let output = '';
    const note = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    child.once('error', (error) => {
      resolve({ exitCode: 127, output: `${command}: ${error.message}` });
    });
    child.once('close', (code, signal) => {
      resolve({ exitCode: exitCodeOf(code, signal), output });
    });
  });
}

/** Runs a command silently and returns all it wrote, standard output before standard error. */
export function captureCommand(
  command: string,
  commandArguments: readonly string[],
  options: CommandOptions = {},
): CommandOutput {
  const result = spawnSync(command, commandArguments, {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  });
  if (result.error && result.status === null && result.signal === null) {
    return { exitCode: 127, output: `${command}: ${result.error.message}` };
  }
  return {
    exitCode: exitCodeOf(result.status, result.signal),
    output: result.stdout + result.stderr,
  };
}

/** Whether `command` can be found on the path. */
export function isCommandPresent(command: string): boolean {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  return captureCommand(finder, [command]).exitCode === 0;
}
