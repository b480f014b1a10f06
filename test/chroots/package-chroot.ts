// SPDX-License-Identifier: MIT
// A fresh Debian, which has what the package depends on in apt's cache and nothing of it installed.

import path from 'node:path';
import { inOutput } from '../../build/project-paths';
import { captureCommand } from '../../build/run-command';
import type { CommandOutput } from '../../build/run-command';
import { DebianChroot } from './debian-chroot';
import type { Suite } from './debian-chroot';

export const chrootsFolder = inOutput('chroot-test');

/** The releases that the package is for, oldest first. */
export const suites = ['bookworm', 'trixie'] as const satisfies readonly Suite[];

/** What looks at the package there, beside a service manager and polkit's own bus. */
const tools = ['systemd', 'dbus', 'appstream', 'bash-completion', 'desktop-file-utils', 'iproute2'];

/** Recommended by the package: changes of an ordinary user need them. */
export const recommended = ['pkexec', 'polkitd'];

/** Where the folder of the packages is inside. */
const packages = '/packages';

/** The account of an ordinary user there. */
const user = 'technician';

/** Its environment; no variable of the outside is known. */
const environment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8' };

/** A file of the packages as it is called inside. */
export const inside = (file: string): string => path.join(packages, path.basename(file));

export class PackageChroot {
  readonly #debian: DebianChroot;

  constructor(suite: Suite) {
    this.#debian = new DebianChroot(suite, path.join(chrootsFolder, suite));
  }

  get folder(): string {
    return this.#debian.folder;
  }

  /** Makes it with these packages in it, of which the first is to be installed. */
  make(files: readonly string[]): void {
    const [first = ''] = files.map(inside);
    const hooks = [
      `mkdir "$1${packages}"`,
      `copy-in ${files.join(' ')} ${packages}`,
      `chroot "$1" apt-get install --yes --no-install-recommends --download-only ${first} ${recommended.join(' ')}`,
      `chroot "$1" useradd --create-home ${user}`,
    ];
    this.#debian.make({
      packages: tools,
      options: ['--skip=cleanup/apt', ...hooks.map((hook) => `--customize-hook=${hook}`)],
    });
  }

  /** The program and arguments that run a command of root's inside. */
  command(words: readonly string[], kind: 'root' | 'chroot' = 'root'): [string, ...string[]] {
    const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
    const [program, ...rest] = this.#debian.entrance(kind);
    return [program, ...rest, 'env', '--ignore-environment', ...variables, ...words];
  }

  /** The same as the ordinary user. */
  asUser(...words: readonly string[]): readonly string[] {
    const own = ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups'];
    return [...own, 'env', `HOME=/home/${user}`, ...words];
  }

  run(...words: readonly string[]): CommandOutput {
    const [program, ...rest] = this.command(words);
    return captureCommand(program, rest);
  }

  remove(): void {
    this.#debian.remove();
  }
}
