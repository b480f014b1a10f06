// SPDX-License-Identifier: MIT
import { captureCommand } from '../run-command';
import { SetUpProblem } from './set-up-problem';

const installArguments = ['install', '--yes', '--quiet', '--no-install-recommends'];

/** Another apt at work is waited for instead of failing. */
const aptOptions = ['-o', 'DPkg::Lock::Timeout=300'];

function missingPackages(names: readonly string[]): string[] {
  // It exits with 1 as soon as one name is unknown, and still lists the others.
  const { output } = captureCommand('dpkg-query', [
    '--show',
    '--showformat=${Package} ${db:Status-Status}\\n',
    ...names,
  ]);
  const lines = new Set(output.split('\n'));
  return names.filter((name) => !lines.has(`${name} installed`));
}

function apt(commandArguments: readonly string[]) {
  return captureCommand('apt-get', [...aptOptions, ...commandArguments], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/**
 * Installs those of `names` that are missing, as root. As another user it changes nothing and throws
 * a SetUpProblem with the command to type.
 */
export function installDebianPackages(names: readonly string[]): void {
  const missing = missingPackages(names);
  if (missing.length === 0) return;

  if (process.getuid?.() !== 0) {
    const command = `sudo apt-get install --no-install-recommends ${missing.join(' ')}`;
    throw new SetUpProblem(`Debian packages are missing. Install them with:\n  ${command}`);
  }
  console.log(`Installing Debian packages: ${missing.join(' ')}`);
  // A fresh system knows no packages yet, and an old list names versions that are gone.
  let result = apt([...installArguments, ...missing]);
  if (result.exitCode !== 0) {
    apt(['update', '--quiet']);
    result = apt([...installArguments, ...missing]);
  }
  if (result.exitCode !== 0) {
    throw new SetUpProblem(`${result.output}\napt-get could not install ${missing.join(' ')}.`);
  }
}
