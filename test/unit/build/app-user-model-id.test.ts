// SPDX-License-Identifier: MIT
import { expect, it, vi } from 'vitest';
import { configuration } from '../../../build/packaging/package-app';
import { inProject } from '../../../build/project-paths';
import { appUserModelId } from '../../../electron/shell/notifications';

vi.mock('electron', () => ({ Notification: vi.fn() }));

it('the app calls itself on Windows as its shortcut does, or no notification is shown', () => {
  const { appId } = configuration({
    platform: 'win32',
    architecture: 'x64',
    runtime: inProject(),
    electronVersion: '45.4.1',
    runtimeAge: 'current',
    native: inProject('out'),
    output: inProject('out'),
    kind: 'folder',
  });
  expect(appId).toBe(appUserModelId);
});
