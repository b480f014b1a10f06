// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';

/**
 * Runs a program that prints one JSON value on each line, and gives them all; its other channel stays on the terminal.
 * Rejects when it cannot be started or ends with another code than 0. The values are what the program says they are.
 */
export function runLineProgram<Line>(
  command: string,
  values: readonly string[],
): Promise<readonly Line[]> {
  const child = spawn(command, values, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => {
      const lines = output.split('\n').filter((line) => line !== '');
      if (code === 0) resolve(lines.map((line) => JSON.parse(line) as Line));
      else reject(new Error(`${command} ${values.join(' ')} ended with ${String(code)}`));
    });
  });
}
