// SPDX-License-Identifier: MIT
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { permissionFor, pkexecFile } from '../../../electron/permission/permission';
import type { FileFacts, PermissionQuestion } from '../../../electron/permission/permission';

const helper = '/opt/interface-panel/native/interface-panel-helper';

interface FakeFile {
  readonly uid?: number;
  readonly mode?: number;
  readonly isFolder?: boolean;
  readonly linkTo?: string;
}

/** An installation as a package makes it, with what a test alters. */
function installation(altered: Readonly<Record<string, FakeFile | null>> = {}): FileFacts {
  const folder: FakeFile = { mode: 0o755, isFolder: true };
  const found: Readonly<Record<string, FakeFile | null>> = {
    '/': folder,
    '/opt': folder,
    '/opt/interface-panel': folder,
    '/opt/interface-panel/native': folder,
    [helper]: { mode: 0o755 },
    '/opt/interface-panel/native/interface_panel.node': { mode: 0o644 },
    '/opt/interface-panel/resources': folder,
    '/opt/interface-panel/resources/app.asar': { mode: 0o644 },
    '/opt/interface-panel/resources.pak': { mode: 0o644 },
    '/opt/interface-panel/libffmpeg.so': { linkTo: '/usr/lib/libffmpeg.so' },
    '/usr': folder,
    '/usr/lib': folder,
    '/usr/lib/libffmpeg.so': { mode: 0o644 },
    [pkexecFile]: { mode: 0o4755 },
    ...altered,
  };
  const lookUp = (file: string): FakeFile => {
    const there = found[file];
    if (!there) throw new Error(`ENOENT: ${file}`);
    return there;
  };
  return {
    realPath: (file) => lookUp(file).linkTo ?? file,
    status: (file) => {
      const { uid = 0, mode = 0o755, isFolder = false } = lookUp(file);
      return { uid, gid: 0, mode, isFile: () => !isFolder, isDirectory: () => isFolder };
    },
    entries: (folder) =>
      Object.keys(found)
        .filter((file) => file !== folder && path.posix.dirname(file) === folder)
        .map((file) => path.posix.basename(file)),
    security: (file) => {
      throw new Error(`Not asked on Linux: ${file}`);
    },
  };
}

const question = (changes: Partial<PermissionQuestion> = {}): PermissionQuestion => ({
  stack: 'linux',
  helper,
  program: ['/opt/interface-panel'],
  userId: 1000,
  trustThisFolder: false,
  programFiles: undefined,
  isAdministrator: false,
  ...changes,
});

const refused = (detail: string) => ({
  kind: 'read-only',
  reason: 'folder-writable-by-others',
  detail,
});

describe('on Linux', () => {
  it('asks through pkexec where only root can exchange the helper', () => {
    expect(permissionFor(question(), installation())).toEqual({
      kind: 'prompt',
      prompt: 'pkexec',
      needsPassword: true,
    });
  });

  it('asks nobody as root', () => {
    const noPkexec = installation({ [pkexecFile]: null, '/opt': { mode: 0o777, isFolder: true } });
    expect(permissionFor(question({ userId: 0 }), noPkexec)).toEqual({ kind: 'direct' });
  });

  it.each<[string, string, FakeFile]>([
    ['the helper is another user’s', helper, { uid: 1000 }],
    ['others may write to the helper', helper, { mode: 0o757 }],
    ['a group may write to the helper', helper, { mode: 0o775 }],
    ['its folder is another user’s', '/opt/interface-panel/native', { uid: 1000, isFolder: true }],
    ['a folder above is writable by others', '/opt', { mode: 0o757, isFolder: true }],
    [
      'a folder above is writable by a group',
      '/opt/interface-panel',
      { mode: 0o775, isFolder: true },
    ],
    ['a folder above is shared, sticky or not', '/opt', { mode: 0o1777, isFolder: true }],
    ['the root is another user’s', '/', { uid: 1000, isFolder: true }],
    ['the archive is', '/opt/interface-panel/resources/app.asar', { mode: 0o666 }],
    ['the addon is', '/opt/interface-panel/native/interface_panel.node', { uid: 1000 }],
    ['what Chromium reads is', '/opt/interface-panel/resources.pak', { mode: 0o664 }],
    ['where a library’s link leads is', '/usr/lib/libffmpeg.so', { uid: 1000 }],
    ['a folder beside is', '/opt/interface-panel/resources', { mode: 0o777, isFolder: true }],
  ])('is read-only when %s', (_name, place, facts) => {
    expect(permissionFor(question(), installation({ [place]: facts }))).toEqual(refused(place));
  });

  it('looks at where links lead, not at where they lie', () => {
    const files = installation({
      [helper]: { linkTo: '/home/user/helper' },
      '/home/user/helper': { mode: 0o755 },
      '/home/user': { uid: 1000, isFolder: true },
      '/home': { isFolder: true },
    });
    expect(permissionFor(question(), files)).toEqual(refused('/home/user'));
  });

  it('trusts nothing of a folder in which something cannot be looked at', () => {
    const files = installation({ '/opt/interface-panel/resources.pak': null });
    expect(permissionFor(question(), files)).toEqual(refused('/opt/interface-panel'));
  });

  it('trusts the folder when a developer says so', () => {
    const files = installation({ [helper]: { uid: 1000 } });
    expect(permissionFor(question({ trustThisFolder: true }), files)).toEqual({
      kind: 'prompt',
      prompt: 'pkexec',
      needsPassword: true,
    });
  });

  it.each<[string, FakeFile | null]>([
    ['is missing', null],
    ['is a folder', { isFolder: true }],
    ['is another user’s', { uid: 1000, mode: 0o4755 }],
    ['cannot become root', { mode: 0o755 }],
  ])('is read-only when pkexec %s', (_name, facts) => {
    expect(permissionFor(question(), installation({ [pkexecFile]: facts }))).toEqual({
      kind: 'read-only',
      reason: 'no-pkexec',
      detail: pkexecFile,
    });
  });
});

describe('the helper', () => {
  it.each<[string, Partial<PermissionQuestion>]>([
    ['an ordinary user', {}],
    ['root', { userId: 0 }],
    ['the demo', { stack: 'simulated' }],
    ['a developer', { trustThisFolder: true }],
  ])('that is missing makes it read-only for %s', (_name, changes) => {
    expect(permissionFor(question(changes), installation({ [helper]: null }))).toEqual({
      kind: 'read-only',
      reason: 'helper-missing',
      detail: helper,
    });
  });

  it('that is a folder counts as missing', () => {
    const files = installation({ [helper]: { isFolder: true } });
    expect(permissionFor(question(), files)).toMatchObject({ reason: 'helper-missing' });
  });
});

describe('the demo', () => {
  it('asks nobody, wherever it runs from', () => {
    const files = installation({ [pkexecFile]: null, '/opt': { mode: 0o777, isFolder: true } });
    expect(permissionFor(question({ stack: 'simulated' }), files)).toEqual({ kind: 'direct' });
  });
});
