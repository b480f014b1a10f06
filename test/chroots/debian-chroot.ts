// SPDX-License-Identifier: MIT
// A fresh Debian in a folder, entered in a mount namespace of its own; needs root and Debian's mirror.

import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../../build/project-paths';
import { captureCommand } from '../../build/run-command';
import { SetUpProblem } from '../../build/set-up/set-up-problem';

/** Debian's releases by the names that its mirrors know: 12 and 13. */
export type Suite = 'bookworm' | 'trixie';

/** What is in it besides apt and the essential packages. */
export interface Contents {
  readonly packages: readonly string[];
  /** Further options for mmdebstrap(1). */
  readonly options?: readonly string[];
}

export class DebianChroot {
  constructor(
    readonly suite: Suite,
    readonly folder: string,
  ) {}

  /** Makes it out of Debian's mirror, with what was mended since; takes minutes. Throws a SetUpProblem with the reason. */
  make({ packages, options = [] }: Contents): void {
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(path.dirname(this.folder), { recursive: true });
    const { exitCode, output } = captureCommand('mmdebstrap', [
      ...['--variant=minbase', `--include=${packages.join(',')}`],
      ...options,
      ...[this.suite, this.folder],
    ]);
    if (exitCode !== 0)
      throw new SetUpProblem(`${output}\nmmdebstrap could not make ${this.suite}.`);
  }

  /**
   * The program and first arguments that enter it as root, to which a command is added. It sees nothing of the outside
   * but the folders that are shared, which have the same name there.
   */
  entrance(
    kind: 'root' | 'chroot',
    shared: readonly string[] = [],
  ): readonly [string, ...string[]] {
    return [
      ...(['unshare', '--mount', inProject('test/chroots/enter.sh'), kind, this.folder] as const),
      ...shared.flatMap((place) => ['--share', place]),
    ];
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
