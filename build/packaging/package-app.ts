// SPDX-License-Identifier: MIT
/** Packages what was built with electron-builder, from a runtime that is already there, or that it downloads. */
import { Arch, build, DIR_TARGET, Platform } from 'electron-builder';
import type { AfterPackContext, Configuration } from 'electron-builder';
import { readdirSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { noticesFile } from '../licences';
import { inOutput, inProject } from '../project-paths';
import { languages } from '../messages/catalogues';
import type { Architecture } from './architecture';
import { setFuses } from './fuses';
import { translatedFile, writeTranslatedFiles } from './translated-files';

export interface PackageOptions {
  readonly platform: 'linux' | 'win32';
  readonly architecture: Architecture;
  /** Folder of the Electron runtime for that platform and architecture; null has electron-builder download it. */
  readonly runtime: string | null;
  readonly electronVersion: string;
  /** An old one has not every fuse: for tests, never for a release. */
  readonly runtimeAge: 'current' | 'old';
  /** The folder of the native parts for that platform. */
  readonly native: string;
  readonly output: string;
  /** What people install, or only the folder that it installs. */
  readonly kind: 'installer' | 'folder';
}

const executables = { linux: 'interface-panel', win32: 'Interface Panel.exe' } as const;
const launchers = {
  linux: 'interface-panel-cli',
  win32: 'interface-panel-cli.exe',
} as const;

/** The unpacked package and what lies in it; electron-builder names the folder. */
export function packagedApp({
  platform,
  architecture,
  output,
}: Pick<PackageOptions, 'platform' | 'architecture' | 'output'>) {
  const system = platform === 'linux' ? 'linux' : 'win';
  const ofArchitecture = architecture === 'x64' ? '' : `-${architecture}`;
  const folder = path.join(output, `${system}${ofArchitecture}-unpacked`);
  return {
    folder,
    executable: path.join(folder, executables[platform]),
    cliLauncher: path.join(folder, launchers[platform]),
    resources: path.join(folder, 'resources'),
  };
}

/** The addon and the programs, beside the archive: they cannot run from inside it. */
const nativeParts = [
  'interface_panel.node',
  'interface-panel-helper{,-simulated}{,.exe}',
  'interface-panel-keeper{,.exe}',
];

/** To be read without a network; links between them stay whole. */
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs',
];

/** What an archive cannot do by itself is done with these by who unpacks it: the service, and double clicks. */
const forTheSystem = [
  inProject('build/packaging/linux/interface-panel-keeper.service'),
  translatedFile('interface-panel.desktop'),
  translatedFile('interface-panel-mime.xml'),
  inProject('build/packaging/icon.svg'),
  inProject('docs/interface-panel-cli.1'),
];

/** The same by their names in the archive: the package for Debian puts them in the system's own folders. */
export const filesForTheSystem = forTheSystem.map((file) => path.basename(file));

/** What electron-builder's packager of Windows has besides: it does nothing where there is no certificate. */
interface Signer {
  signIf(file: string): Promise<boolean>;
}

/** electron-builder signs the app, what lies beside it and the installer, but nothing in the resources. */
async function signNativeParts(appOutDir: string, packager: Signer): Promise<void> {
  const folder = path.join(appOutDir, 'resources/native');
  // One after the other: some stores of certificates ask for each.
  for (const name of readdirSync(folder)) await packager.signIf(path.join(folder, name));
}

/**
 * What electron-builder is told. Windows' programs are signed where the environment has a certificate: WIN_CSC_LINK and
 * WIN_CSC_KEY_PASSWORD (electron-builder, "Code Signing").
 */
export function configuration(options: PackageOptions): Configuration {
  const { platform, runtime, electronVersion, native, output, runtimeAge } = options;
  return {
    appId: 'org.interface-panel.InterfacePanel',
    directories: { output, buildResources: inProject('build/packaging') },
    ...(runtime === null ? {} : { electronDist: realpathSync(runtime) }),
    electronVersion,
    electronLanguages: languages().map((tag) => (tag === 'en' ? 'en-US' : tag)),
    artifactName: 'interface-panel-${version}-${os}-${arch}.${ext}',
    npmRebuild: false,
    publish: null,
    asar: true,
    // Everything of the dependencies is in the bundles.
    files: [
      'package.json',
      'out/{main,preload,renderer,cli}/**',
      'out/about/about.json',
      '!**/*.map',
      '!node_modules',
    ],
    extraResources: [{ from: native, to: 'native', filter: nativeParts }],
    extraFiles: [
      // On Windows a program of its own: a console waits for no program with windows.
      {
        from:
          platform === 'win32'
            ? path.join(native, launchers.win32)
            : inProject('build/packaging/launchers', launchers.linux),
        to: launchers[platform],
      },
      ...(platform === 'linux'
        ? forTheSystem.map((file) => ({ from: file, to: path.basename(file) }))
        : []),
      { from: inProject('LICENSE'), to: 'LICENSE.txt' },
      { from: noticesFile, to: path.basename(noticesFile) },
      ...documents.map((name) => ({ from: inProject(name), to: `documentation/${name}` })),
    ],
    afterPack: async ({ appOutDir, packager }: AfterPackContext) => {
      rmSync(path.join(appOutDir, 'resources/default_app.asar'), { force: true });
      await setFuses(path.join(appOutDir, executables[platform]), runtimeAge);
      if (platform === 'win32') await signNativeParts(appOutDir, packager as unknown as Signer);
    },
    // Of what the app itself opens (electron/contract/support.ts); a test compares the two.
    fileAssociations: [
      {
        ext: 'interfacepanel',
        name: 'Interface Panel edits',
        description: 'Interface Panel edits',
        mimeType: 'application/x-interface-panel',
        role: 'Editor',
        rank: 'Owner',
      },
    ],
    linux: { target: 'tar.gz', executableName: executables.linux, category: 'Network' },
    win: {
      target: 'nsis',
      icon: 'icon.ico',
      requestedExecutionLevel: 'asInvoker',
      signExts: ['.node'],
    },
    // Nobody chooses a folder: only below Program Files do none but administrators write.
    nsis: {
      oneClick: true,
      perMachine: true,
      allowToChangeInstallationDirectory: false,
      packElevateHelper: false,
      installerLanguages: [...languages()],
      include: inProject('build/packaging/installer.nsh'),
      deleteAppDataOnUninstall: false,
    },
  };
}

/** Makes the package; throws with electron-builder's reason. */
export async function packageApp(options: PackageOptions): Promise<void> {
  const platform = options.platform === 'linux' ? Platform.LINUX : Platform.WINDOWS;
  writeTranslatedFiles();
  await build({
    projectDir: inProject(),
    targets: platform.createTarget(
      options.kind === 'folder' ? DIR_TARGET : null,
      Arch[options.architecture],
    ),
    config: configuration(options),
  });
}

/** Where `npm run package` leaves what it made. */
export const releaseFolder = inOutput('release');
