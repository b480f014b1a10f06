// SPDX-License-Identifier: MIT
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWingetManifests } from '../../../build/packaging/winget-manifests';
import { versionOfProject } from '../../../build/project-paths';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'winget-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the manifests for winget', () => {
  it('name the version, the installer’s address and its hash', () => {
    writeFileSync(path.join(folder, 'a.exe'), 'abc');
    const output = writeWingetManifests(folder, 'https://example.org/releases');
    const texts = readdirSync(output).map((name) => readFileSync(path.join(output, name), 'utf8'));
    expect(texts).toHaveLength(3);
    for (const text of texts) expect(text).toContain(`PackageVersion: '${versionOfProject()}'`);
    // FIPS 180-2, appendix B.1.
    const hash = 'BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD';
    const all = texts.join('');
    expect(all).toContain(`InstallerSha256: '${hash}'`);
    const address = `https://example.org/releases/download/v${versionOfProject()}/a.exe`;
    expect(all).toContain(`InstallerUrl: '${address}'`);
    expect(all).not.toMatch(/@\w+@/);
  });

  it('are not made without one installer', () => {
    expect(() => writeWingetManifests(folder, '')).toThrow('one installer');
    for (const name of ['a.exe', 'b.exe']) writeFileSync(path.join(folder, name), '');
    expect(() => writeWingetManifests(folder, '')).toThrow('one installer');
  });
});
