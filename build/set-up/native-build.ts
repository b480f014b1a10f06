// SPDX-License-Identifier: MIT
import { rmSync } from 'node:fs';
import { hostPlatform, inOutput, inProject, projectRoot } from '../project-paths';
import { captureCommand, isCommandPresent, runCommand } from '../run-command';
import { cacheFolder } from './cache-folder';
import { DoneMark, fingerprint } from './fingerprint';
import { inTurn } from './in-turn';
import { SetUpProblem } from './set-up-problem';

/** What to build: the addon and the helpers alone, the tests too, or the fuzzers (of `fuzzBuild` alone). */
export type NativeTarget = 'app' | 'all' | 'fuzz';

interface NativeBuild {
  preset: string;
  /** Names out/cmake/<platform> and out/native/<platform>. */
  platform: string;
}

/** By the compiler of the platform, whose preset has its name. */
const plainBuild = (platform: string): NativeBuild => ({ preset: platform, platform });

const hostBuild = plainBuild(hostPlatform);

/** Windows binaries made on Windows, for its own processor or another one (`x64`, `arm64`). */
export const msvcBuild = (architecture: string): NativeBuild => plainBuild(`win32-${architecture}`);

/** Windows binaries made on Linux. */
export const crossBuild: NativeBuild = { preset: 'win32-x64-mingw', platform: 'win32-x64' };

/** libFuzzer programs, which nothing else is built with. */
export const fuzzBuild: NativeBuild = { preset: 'linux-x64-fuzz', platform: 'linux-x64-fuzz' };

/** The folder CMake works in, for ctest and compile_commands.json. */
export const cmakeFolder = ({ platform }: NativeBuild = hostBuild): string =>
  inOutput('cmake', platform);

/** Ninja notices every other change by itself, and runs CMake again when a CMakeLists.txt changed. */
const configuredBy = ['native/CMakePresets.json', 'build/toolchain/mingw-w64-x86_64.cmake'];

/** With it a clean clone compiles what another one has compiled before in no time. */
const compilerCache = 'ccache';

/** Where the cache is, and that a clone may stand anywhere (ccache(1), base_dir and hash_dir). */
const cacheEnvironment = {
  CCACHE_DIR: cacheFolder('ccache'),
  CCACHE_BASEDIR: projectRoot,
  CCACHE_NOHASHDIR: 'true',
};

function configure(build: NativeBuild): void {
  const folder = cmakeFolder(build);
  const launchers = isCommandPresent(compilerCache)
    ? ['C', 'CXX'].map((language) => `-DCMAKE_${language}_COMPILER_LAUNCHER=${compilerCache}`)
    : [];
  const print = [fingerprint(configuredBy), ...launchers].join(' ');
  const done = new DoneMark(`${folder}/configured.sha256`);
  if (done.isFor(print)) return;

  console.log(`Configuring the native build for ${build.platform}`);
  rmSync(folder, { recursive: true, force: true });
  const { exitCode, output } = captureCommand('cmake', ['--preset', build.preset, ...launchers], {
    cwd: inProject('native'),
  });
  if (exitCode !== 0) {
    const hint =
      process.platform === 'win32'
        ? ' It needs "Build Tools for Visual Studio" with "Desktop development with C++".'
        : '';
    throw new SetUpProblem(`${output}\nCMake could not configure the native build.${hint}`);
  }
  done.set(print);
}

/** Builds what is stale. Throws a SetUpProblem when it does not compile; the compiler said why. */
export const buildNative = (target: NativeTarget, build: NativeBuild = hostBuild): Promise<void> =>
  inTurn(`native ${build.platform}`, () => buildWhatChanged(target, build));

async function buildWhatChanged(target: NativeTarget, build: NativeBuild): Promise<void> {
  configure(build);
  console.log(`Building native code for ${build.platform} (only what changed)`);
  const targetArguments = target === 'all' ? [] : ['--target', target];
  const exitCode = await runCommand(
    'cmake',
    ['--build', cmakeFolder(build), '--config', 'Release', ...targetArguments],
    { env: { ...process.env, ...cacheEnvironment } },
  );
  if (exitCode !== 0) throw new SetUpProblem('The native code did not build.');
}
