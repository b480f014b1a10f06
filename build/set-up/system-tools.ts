// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { isCommandPresent } from '../run-command';
import { installDebianPackages } from './debian-packages';
import { SetUpProblem } from './set-up-problem';

/** A program set-up needs from the system: its command, and the Debian package that brings it. */
interface Tool {
  command: string;
  debianPackage: string;
}

const buildTools: readonly Tool[] = [
  { command: 'cmake', debianPackage: 'cmake' },
  { command: 'ninja', debianPackage: 'ninja-build' },
  { command: 'g++', debianPackage: 'g++' },
];

/** For the package for Debian. */
const packageTools: readonly Tool[] = [
  { command: 'dpkg-buildpackage', debianPackage: 'dpkg-dev' },
  { command: 'dh', debianPackage: 'debhelper' },
  { command: 'rsvg-convert', debianPackage: 'librsvg2-bin' },
];

const virtualDisplayTools: readonly Tool[] = [{ command: 'Xvfb', debianPackage: 'xvfb' }];

const testTools: readonly Tool[] = [
  ...buildTools,
  { command: 'ccache', debianPackage: 'ccache' },
  ...virtualDisplayTools,
  { command: 'clang-format-16', debianPackage: 'clang-format-16' },
  { command: 'clang-tidy-16', debianPackage: 'clang-tidy-16' },
  { command: 'x86_64-w64-mingw32-g++-posix', debianPackage: 'g++-mingw-w64-x86-64-posix' },
  { command: 'wine64', debianPackage: 'wine64' },
  { command: 'radvd', debianPackage: 'radvd' },
  { command: 'openvpn', debianPackage: 'openvpn' },
  { command: 'ip', debianPackage: 'iproute2' },
  { command: 'sysctl', debianPackage: 'procps' },
  { command: 'polkitd', debianPackage: 'polkitd' },
  { command: 'pkexec', debianPackage: 'pkexec' },
  { command: 'dbus-daemon', debianPackage: 'dbus' },
  { command: 'dunst', debianPackage: 'dunst' },
  { command: 'xauth', debianPackage: 'xauth' },
  { command: 'xprop', debianPackage: 'x11-utils' },
  { command: 'strace', debianPackage: 'strace' },
  { command: 'tcpdump', debianPackage: 'tcpdump' },
  { command: 'makensis', debianPackage: 'nsis' },
  { command: 'NetworkManager', debianPackage: 'network-manager' },
  { command: 'dnsmasq', debianPackage: 'dnsmasq-base' },
  { command: 'networkctl', debianPackage: 'systemd' },
  { command: 'sshd', debianPackage: 'openssh-server' },
  { command: 'ssh', debianPackage: 'openssh-client' },
];

/** To make another release of Debian, with nothing in it but what is asked for. */
const chrootTools: readonly Tool[] = [{ command: 'mmdebstrap', debianPackage: 'mmdebstrap' }];

/** To install the package for Debian there, and to have it looked over. */
const packageTestTools: readonly Tool[] = [
  ...chrootTools,
  { command: 'lintian', debianPackage: 'lintian' },
  { command: 'Xvfb', debianPackage: 'xvfb' },
];

const chromiumTools: readonly Tool[] = [{ command: 'chromium', debianPackage: 'chromium' }];

const fuzzTools: readonly Tool[] = [
  { command: 'clang++-16', debianPackage: 'clang-16' },
  // The sanitizers' and libFuzzer's libraries bring no command; clang-16 does not come with them.
  { command: 'clang++-16', debianPackage: 'libclang-rt-16-dev' },
  { command: 'llvm-cov-16', debianPackage: 'llvm-16' },
];

/** Brings no command: the header that every native build includes for its tests. */
const buildHeaders = ['doctest-dev'];

/** What the Electron runtime loads from the system. */
const electronLibraries = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];

/**
 * What is set up for: to use the app on a screen or without one, to make packages, to test them where nothing else is
 * installed, to run every test, also in Chromium and where programs are not elevated, or to fuzz.
 */
export type Purpose =
  | 'start'
  | 'start without a display'
  | 'package'
  | 'test in chroots'
  | 'test'
  | 'test under UAC'
  | 'test in Chromium'
  | 'fuzz';

const toolsFor: Record<Purpose, readonly Tool[]> = {
  start: buildTools,
  'start without a display': [...buildTools, ...virtualDisplayTools],
  package: [...buildTools, ...packageTools],
  'test in chroots': [...buildTools, ...packageTools, ...packageTestTools],
  test: testTools,
  'test under UAC': [...testTools, ...chrootTools],
  'test in Chromium': [...testTools, ...chromiumTools],
  fuzz: [...buildTools, ...fuzzTools],
};

function isDebian12(): boolean {
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    return /^ID=debian$/m.test(release) && /^VERSION_ID="12"$/m.test(release);
  } catch {
    return false;
  }
}

/** Daemons live where an ordinary user's path does not look. */
const daemonFolders = '/usr/sbin:/sbin:/usr/lib/polkit-1:/usr/lib/wine';

function requireByPresence(tools: readonly Tool[]): void {
  process.env['PATH'] = `${process.env['PATH'] ?? ''}:${daemonFolders}`;
  const missing = tools.filter(({ command }) => !isCommandPresent(command));
  if (missing.length === 0) return;
  throw new SetUpProblem(
    [
      `Missing programs: ${missing.map(({ command }) => command).join(', ')}.`,
      'Install them with the package manager of this system. On Debian 12 the packages are',
      `  ${[...missing.map((tool) => tool.debianPackage), ...buildHeaders, ...electronLibraries].join(' ')}`,
    ].join('\n'),
  );
}

function requireWindowsTools(): void {
  if (isCommandPresent('cmake')) return;
  throw new SetUpProblem(
    [
      'CMake is missing. Install "Build Tools for Visual Studio" with the workload',
      '"Desktop development with C++" (it brings CMake), then run this command again',
      'in a "Developer Command Prompt".',
    ].join('\n'),
  );
}

/** Makes sure that the system's part is there: installs it on Debian 12 as root, else says what to type. */
export function provideSystemTools(purpose: Purpose): void {
  const tools = toolsFor[purpose];
  if (process.platform === 'win32') {
    requireWindowsTools();
  } else if (isDebian12()) {
    installDebianPackages([
      ...tools.map((tool) => tool.debianPackage),
      ...buildHeaders,
      ...electronLibraries,
    ]);
  } else {
    requireByPresence(tools);
  }
}
