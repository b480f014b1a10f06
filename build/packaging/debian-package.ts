// SPDX-License-Identifier: MIT
/** Makes the package for Debian out of the folder that electron-builder made, with debhelper: build/packaging/debian. */
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inOutput, inProject } from '../project-paths';
import { captureCommand } from '../run-command';
import { SetUpProblem } from '../set-up/set-up-problem';
import { filesForTheSystem } from './package-app';
import { translatedFile, writeTranslatedFiles } from './translated-files';

export interface DebianPackageOptions {
  /** The folder of the program, as `packagedApp` names it. */
  readonly program: string;
  readonly version: string;
  readonly output: string;
  /** For tests, which have not the time: how hard dpkg-deb compresses, 0 to 9. */
  readonly compression?: number;
}

const name = 'interface-panel';

/** Debian's names for processors; electron-builder makes no package for another one. */
const architecture = process.arch === 'arm64' ? 'arm64' : 'amd64';

/** Runs a command to its end; returns what it wrote. @throws {SetUpProblem} with that, when it fails. */
function run(
  command: string,
  commandArguments: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): string {
  const { exitCode, output } = captureCommand(command, commandArguments, options);
  if (exitCode !== 0) throw new SetUpProblem(`${output}\n${command} failed.`);
  return output;
}

/** Seconds since 1970 that every date in the package has: those of the environment make it reproducible. */
function dateOfPackage(): number {
  const given = process.env['SOURCE_DATE_EPOCH'];
  return given === undefined ? Math.floor(Date.now() / 1000) : Number(given);
}

/** debian/changelog (deb-changelog(5)): what changed stands in CHANGELOG.md. */
function changelog(version: string, seconds: number): string {
  const date = new Date(seconds * 1000).toUTCString().replace('GMT', '+0000');
  return [
    `${name} (${version}) stable; urgency=medium`,
    '',
    `  * Version ${version}; CHANGELOG.md in the documentation says what changed.`,
    '',
    ` -- Interface Panel contributors <noreply@interface-panel.org>  ${date}`,
    '',
  ].join('\n');
}

/** Puts together what debian/rules works on. */
function prepareSources({ program, version }: DebianPackageOptions, work: string): void {
  const seconds = dateOfPackage();
  run('cp', ['--archive', '--reflink=auto', program, path.join(work, 'app')]);
  // debian/install has them at their own places.
  for (const file of filesForTheSystem) rmSync(path.join(work, 'app', file));
  for (const folder of ['debian', 'linux']) {
    cpSync(inProject('build/packaging', folder), path.join(work, folder), { recursive: true });
  }
  for (const name of writeTranslatedFiles()) {
    cpSync(translatedFile(name), path.join(work, 'linux', name));
  }
  cpSync(inProject('build/packaging/icon.svg'), path.join(work, 'icon.svg'));
  cpSync(inProject('docs', `${name}-cli.1`), path.join(work, 'linux', `${name}-cli.1`));
  writeFileSync(path.join(work, 'debian/changelog'), changelog(version, seconds));

  const cli = inOutput('cli/index.cjs');
  mkdirSync(path.join(work, 'completions'));
  writeFileSync(
    path.join(work, 'completions', `${name}-cli`),
    run(process.execPath, [cli, 'completion', 'bash']),
  );
}

/** Makes the package in `output` and returns its file. Throws a SetUpProblem with what debhelper said. */
export function makeDebianPackage(options: DebianPackageOptions): string {
  const { version, output, compression } = options;
  const folder = path.join(output, 'debian');
  const work = path.join(folder, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  prepareSources(options, work);
  run('dpkg-buildpackage', ['--build=binary', '--no-sign'], {
    cwd: work,
    env: {
      ...process.env,
      ...(compression === undefined ? {} : { DPKG_DEB_COMPRESSOR_LEVEL: String(compression) }),
    },
  });
  const file = `${name}_${version}_${architecture}.deb`;
  renameSync(path.join(folder, file), path.join(output, file));
  rmSync(folder, { recursive: true });
  return path.join(output, file);
}
