// SPDX-License-Identifier: MIT
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AutostartFile } from '../../../electron/shell/autostart-file';
import { SignInStarter } from '../../../electron/shell/sign-in-start';

const app = vi.hoisted(() => ({
  isPackaged: true,
  getPath: vi.fn<(name: string) => string>(),
  getLoginItemSettings: vi.fn(),
  setLoginItemSettings: vi.fn(),
}));

vi.mock('electron', () => ({ app }));

let folder: string;
const file = () => path.join(folder, 'autostart', 'interface-panel.desktop');
const program = '/opt/interface-panel/interface-panel';
const autostart = (executable = program) => new AutostartFile(folder, executable, ['--in-tray']);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'autostart-'));
  app.isPackaged = true;
  app.getPath.mockReturnValue(folder);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

describe('the autostart file', () => {
  it('is not there at first', async () => {
    expect(await autostart().isOn()).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('starts the program in the tray, and is skipped once the program is gone', async () => {
    await autostart().write();
    expect(readFileSync(file(), 'utf8').split('\n')).toEqual([
      '[Desktop Entry]',
      'Type=Application',
      'Name=Interface Panel',
      'Comment=Says in the tray which way internet traffic goes',
      `Exec="${program}" "--in-tray"`,
      `TryExec=${program}`,
      'Terminal=false',
      '',
    ]);
    expect(await autostart().isOn()).toBe(true);
  });

  it('is removed without a trace, also twice', async () => {
    await autostart().write();
    await autostart().remove();
    await autostart().remove();
    expect(readdirSync(path.dirname(file()))).toEqual([]);
    expect(await autostart().isOn()).toBe(false);
  });

  it('leaves those of other programs alone', async () => {
    mkdirSync(path.dirname(file()));
    const other = path.join(path.dirname(file()), 'other.desktop');
    writeFileSync(other, 'other');
    await autostart().write();
    await autostart().remove();
    expect(readFileSync(other, 'utf8')).toBe('other');
  });

  // As the Desktop Entry Specification has it: quoted as an argument first, then as a string.
  it.each([
    ['/a b/panel', 'Exec="/a b/panel" "--in-tray"'],
    ['/100%/panel', 'Exec="/100%%/panel" "--in-tray"'],
    ['/a"b/panel', String.raw`Exec="/a\\"b/panel" "--in-tray"`],
    ['/$HOME/`id`', String.raw`Exec="/\\$HOME/\\` + '`id' + String.raw`\\` + '`" "--in-tray"'],
    ['/a\\b', String.raw`Exec="/a\\\\b" "--in-tray"`],
    ['/a\nExec=evil', String.raw`Exec="/a\nExec=evil" "--in-tray"`],
  ])('names %j so that nothing in it acts', async (executable, line) => {
    await autostart(executable).write();
    const lines = readFileSync(file(), 'utf8').split('\n');
    expect(lines.filter((one) => one.startsWith('Exec='))).toEqual([line]);
    expect(await autostart(executable).isOn()).toBe(true);
  });

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])(
    'that a desktop switched off with %s is off, and on again when it is asked for',
    async (line) => {
      await autostart().write();
      writeFileSync(file(), `${readFileSync(file(), 'utf8')}${line}\n`);
      expect(await autostart().isOn()).toBe(false);
      await autostart().write();
      expect(await autostart().isOn()).toBe(true);
    },
  );

  it('of another version is off, and replaced', async () => {
    await autostart('/opt/older/interface-panel').write();
    expect(await autostart().isOn()).toBe(false);
    await autostart().write();
    expect(readFileSync(file(), 'utf8')).not.toContain('older');
  });

  it('is written in the place of a link, not through it', async () => {
    mkdirSync(path.dirname(file()));
    const target = path.join(folder, 'target');
    writeFileSync(target, 'mine');
    symlinkSync(target, file());
    expect(await autostart().isOn()).toBe(false);
    await autostart().write();
    expect(readFileSync(target, 'utf8')).toBe('mine');
    expect(await autostart().isOn()).toBe(true);
  });

  it('that is huge is not read whole', async () => {
    await autostart().write();
    truncateSync(file(), 8 * 1024 ** 3);
    expect(await autostart().isOn()).toBe(true);
  });
});

describe('starting at sign-in', () => {
  const onPlatform = (platform: NodeJS.Platform) =>
    vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);

  it.each([
    ['demo', true, true],
    ['not-installed', false, false],
  ] as const)('is impossible: %s, and nothing is written', async (reason, isDemo, isPackaged) => {
    app.isPackaged = isPackaged;
    const starter = new SignInStarter(isDemo);
    expect(await starter.state()).toEqual({ kind: 'impossible', reason });
    await expect(starter.set(true)).rejects.toMatchObject({
      appError: { code: 'invalid-request' },
    });
    expect(readdirSync(folder)).toEqual([]);
    expect(app.setLoginItemSettings).not.toHaveBeenCalled();
  });

  it('is a file of this program on Linux', async () => {
    const starter = new SignInStarter(false);
    expect(await starter.set(true)).toEqual({ kind: 'possible', isOn: true });
    expect(readFileSync(file(), 'utf8')).toContain(`"${process.execPath}" "--in-tray"`);
    expect(await starter.set(false)).toEqual({ kind: 'possible', isOn: false });
    expect(existsSync(file())).toBe(false);
  });

  it('that cannot be written says why', async () => {
    writeFileSync(path.join(folder, 'autostart'), 'in the way');
    await expect(new SignInStarter(false).set(true)).rejects.toMatchObject({
      appError: { code: 'file', message: expect.stringContaining('autostart') as string },
    });
  });

  it.each([
    [true, true, true],
    // Switched off in the task manager.
    [true, false, false],
    [false, false, false],
  ])('on Windows, there %s and to be launched %s, is %s', async (there, launched, isOn) => {
    onPlatform('win32');
    app.getLoginItemSettings.mockReturnValue({
      openAtLogin: there,
      executableWillLaunchAtLogin: launched,
    });
    const item = { path: process.execPath, args: ['--in-tray'] };
    expect(await new SignInStarter(false).set(isOn)).toEqual({ kind: 'possible', isOn });
    expect(app.getLoginItemSettings).toHaveBeenCalledWith(item);
    expect(app.setLoginItemSettings).toHaveBeenLastCalledWith({
      ...item,
      openAtLogin: isOn,
      enabled: isOn,
    });
  });
});
