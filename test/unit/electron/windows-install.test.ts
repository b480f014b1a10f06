// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { permissionFor } from '../../../electron/permission/permission';
import type { PermissionQuestion } from '../../../electron/permission/permission';
import { isWeakPlace } from '../../../electron/permission/windows-install';
import type { AccessEntry, PlaceSecurity } from '../../../electron/native/addon';

const administrators = 'S-1-5-32-544';
const system = 'S-1-5-18';
const trustedInstaller = 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464';
const users = 'S-1-5-32-545';
const allAccess = 0x1f01ff;
const readAndExecute = 0x1200a9;

const allow = (sid: string | null, mask: number, inheritOnly = false): AccessEntry => ({
  allows: true,
  inheritOnly,
  sid,
  mask,
});

/** As Windows sets it up below Program Files. */
const sound: PlaceSecurity = {
  isReparsePoint: false,
  owner: trustedInstaller,
  entries: [
    allow(trustedInstaller, allAccess),
    allow(system, allAccess),
    allow(administrators, allAccess),
    allow(users, readAndExecute),
    allow('S-1-3-0', 0x10000000, true),
    allow('S-1-15-2-1', readAndExecute),
  ],
};

const withEntry = (entry: AccessEntry): PlaceSecurity => ({
  ...sound,
  entries: [...(sound.entries ?? []), entry],
});

describe('a place', () => {
  it.each<[string, PlaceSecurity]>([
    ['is as Windows sets it up', sound],
    ['belongs to Administrators', { ...sound, owner: administrators }],
    ['belongs to SYSTEM', { ...sound, owner: system }],
    ['lets nobody in', { ...sound, entries: [] }],
    ['denies users something', withEntry({ ...allow(users, allAccess), allows: false })],
    ['lets users write what is made inside alone', withEntry(allow(users, allAccess, true))],
    ['lets everybody read', withEntry(allow('S-1-1-0', 0x120089))],
    ['gives the creator of it all', withEntry(allow('S-1-3-0', allAccess))],
  ])('is sound when it %s', (_name, security) => {
    expect(isWeakPlace(security)).toBe(false);
  });

  it.each<[string, PlaceSecurity]>([
    ['is a reparse point', { ...sound, isReparsePoint: true }],
    ['has no owner', { ...sound, owner: null }],
    ['belongs to a user', { ...sound, owner: 'S-1-5-21-1-2-3-1001' }],
    ['belongs to Users', { ...sound, owner: users }],
    ['has no access list', { ...sound, entries: null }],
    ['has an entry that is not understood', withEntry(allow(null, 0))],
    [
      'denies writing, but grants it too',
      {
        ...sound,
        entries: [{ ...allow(users, allAccess), allows: false }, allow(users, allAccess)],
      },
    ],
  ])('is weak when it %s', (_name, security) => {
    expect(isWeakPlace(security)).toBe(true);
  });

  it.each<[string, string]>([
    ['Users', users],
    ['Everyone', 'S-1-1-0'],
    ['Authenticated Users', 'S-1-5-11'],
    ['Interactive', 'S-1-5-4'],
    ['one user', 'S-1-5-21-1-2-3-1001'],
    ['a user whose number begins like an administrator’s', `${administrators}0`],
    ['all app packages', 'S-1-15-2-1'],
    ['Power Users', 'S-1-5-32-547'],
    ['Network Configuration Operators', 'S-1-5-32-556'],
  ])('is weak when %s may write', (_name, sid) => {
    expect(isWeakPlace(withEntry(allow(sid, 0x2)))).toBe(true);
  });

  it.each<[string, number]>([
    ['add files', 0x2],
    ['add folders', 0x4],
    ['write extended attributes', 0x10],
    ['delete what is inside', 0x40],
    ['write attributes', 0x100],
    ['delete it', 0x10000],
    ['change its access list', 0x40000],
    ['take it over', 0x80000],
    ['do everything', 0x10000000],
    ['write generically', 0x40000000],
    ['modify', 0x1301bf],
  ])('is weak when users may %s', (_name, mask) => {
    expect(isWeakPlace(withEntry(allow(users, mask)))).toBe(true);
  });
});

describe('the installation on Windows', () => {
  const programFiles = 'C:\\Program Files';
  const folder = `${programFiles}\\Interface Panel`;
  const helper = `${folder}\\resources\\native\\interface-panel-helper.exe`;

  const permission = (
    changes: Partial<PermissionQuestion> = {},
    weak: Readonly<Record<string, PlaceSecurity | null>> = {},
  ) => {
    const looked: string[] = [];
    const answer = permissionFor(
      {
        stack: 'windows',
        helper,
        program: [folder],
        userId: undefined,
        trustThisFolder: false,
        programFiles,
        isAdministrator: true,
        ...changes,
      },
      {
        realPath: (file) => file,
        status: (place) => ({
          uid: 0,
          gid: 0,
          mode: 0,
          isFile: () => place !== folder,
          isDirectory: () => place === folder,
        }),
        entries: () => ['resources.pak'],
        security: (place) => {
          looked.push(place);
          const security = place in weak ? weak[place] : sound;
          if (!security) throw new Error('access denied');
          return security;
        },
      },
    );
    return { answer, looked };
  };
  const refused = (detail: string) => ({
    kind: 'read-only',
    reason: 'folder-writable-by-others',
    detail,
  });

  it('asks through UAC below Program Files, in any case, and looks at every place on the way', () => {
    for (const spelling of [programFiles, 'c:\\PROGRAM files', `${programFiles}\\`]) {
      const { answer, looked } = permission({ programFiles: spelling });
      expect(answer).toEqual({ kind: 'prompt', prompt: 'uac', needsPassword: false });
      expect(looked).toEqual([
        helper,
        `${folder}\\resources\\native`,
        `${folder}\\resources`,
        folder,
        programFiles,
        `${folder}\\resources.pak`,
      ]);
    }
  });

  it.each([helper, `${folder}\\resources`, folder, programFiles, `${folder}\\resources.pak`])(
    'is read-only when %s can be altered or not be looked at',
    (place) => {
      const altered = withEntry(allow(users, 0x2));
      expect(permission({}, { [place]: altered }).answer).toEqual(refused(place));
      expect(permission({}, { [place]: null }).answer).toEqual(refused(place));
      const link = { ...sound, isReparsePoint: true };
      expect(permission({}, { [place]: link }).answer).toEqual(refused(place));
    },
  );

  it.each([
    'C:\\Users\\me\\helper.exe',
    'C:\\Program Files Copy\\helper.exe',
    'C:\\Program Files (x86)\\helper.exe',
    'C:\\Program Files\\..\\Users\\me\\helper.exe',
    'D:\\Program Files\\Interface Panel\\helper.exe',
    '\\\\server\\share\\Program Files\\helper.exe',
    '\\\\?\\C:\\Program Files\\helper.exe',
    'C:\\Program Files\\Interface Panel\\helper.exe:stream',
    'Program Files\\helper.exe',
  ])('is read-only in %s', (file) => {
    expect(permission({ helper: file }).answer).toMatchObject({ kind: 'read-only' });
  });

  it('is read-only where Program Files is not known', () => {
    expect(permission({ programFiles: undefined }).answer).toMatchObject({ kind: 'read-only' });
  });

  it('says that an account that is no administrator’s will be asked for a password', () => {
    expect(permission({ isAdministrator: false }).answer).toMatchObject({ needsPassword: true });
  });

  it('trusts the folder when a developer says so', () => {
    const file = 'C:\\work\\helper.exe';
    expect(permission({ helper: file, trustThisFolder: true }).answer).toMatchObject({
      kind: 'prompt',
    });
  });
});
