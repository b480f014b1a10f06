// SPDX-License-Identifier: MIT
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { appFiles } from '../../../electron/shell/app-files';
import type { AppFile } from '../../../electron/shell/app-files';
import { answerRequest, serveApp } from '../../../electron/shell/app-protocol';
import { contentSecurityPolicy } from '../../../electron/shell/content-security-policy';

type Answering = (request: object, respond: (response: object) => void) => void;
const registered = vi.hoisted(() => new Map<string, Answering>());
vi.mock('electron', () => ({
  protocol: {
    registerBufferProtocol: (scheme: string, answer: Answering) => registered.set(scheme, answer),
  },
}));

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; " +
  "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'; frame-src 'none'; object-src 'none'; worker-src 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

let folder: string;
let files: ReadonlyMap<string, AppFile>;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
  const bundle = path.join(folder, 'renderer');
  mkdirSync(path.join(bundle, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.js'), 'secret');
  writeFileSync(path.join(bundle, 'index.html'), '<html lang="en">en');
  writeFileSync(path.join(bundle, 'assets', 'main-1.js'), 'code');
  writeFileSync(path.join(bundle, 'assets', 'a b.css'), 'style');
  writeFileSync(path.join(bundle, 'notes.txt'), 'no kind that is served');
  symlinkSync(path.join(folder, 'secret.js'), path.join(bundle, 'link.js'));
  files = appFiles(bundle);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string, method = 'GET') =>
  answerRequest({ method, url }, files, { language: 'de', isOnMaterial: false });

describe('what is served', () => {
  it('is every file of a known kind, and no link', () => {
    expect([...files.keys()].sort()).toEqual([
      'app://bundle/assets/a%20b.css',
      'app://bundle/assets/main-1.js',
      'app://bundle/index.html',
    ]);
  });

  // The page says in which language it is.
  it.each([
    ['app://bundle/index.html', 'text/html; charset=utf-8', '<html lang="de">en'],
    ['app://bundle/assets/main-1.js', 'text/javascript; charset=utf-8', 'code'],
    ['app://bundle/assets/a%20b.css', 'text/css; charset=utf-8', 'style'],
  ])('%s as %s', async (url, type, text) => {
    const response = await get(url);
    expect(response.statusCode).toBe(200);
    expect(response.headers['Content-Type']).toBe(type);
    expect(response.data.toString()).toBe(text);
  });

  it('is a page that knows whether the material of the system shows through', async () => {
    const traits = { language: 'en', isOnMaterial: true } as const;
    const request = { method: 'GET', url: 'app://bundle/index.html' };
    const page = await answerRequest(request, files, traits);
    expect(page.data.toString()).toBe('<html lang="en" data-on-material>en');
  });

  it('a folder that is not there is an error at the start', () => {
    expect(() => appFiles(path.join(folder, 'nowhere'))).toThrow('ENOENT');
  });
});

describe('every answer', () => {
  it('carries the policy, whole', () => {
    expect(contentSecurityPolicy).toBe(policy);
  });

  // The page says in which language it is.
  it.each([
    ['app://bundle/index.html', 'GET'],
    ['app://bundle/nothing', 'GET'],
    ['app://bundle/index.html', 'POST'],
  ])('to %s by %s is locked down', async (url, method) => {
    const { headers } = await get(url, method);
    expect(headers).toMatchObject({
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
    });
  });
});

describe('what is refused', () => {
  it.each(['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'get'])('%s', async (method) => {
    const response = await get('app://bundle/index.html', method);
    expect(response.statusCode).toBe(405);
    expect(response.data).toHaveLength(0);
  });

  const separators = ['/', '\\', '%2f', '%2F', '%5c', '%5C', '%252f', '//', '/./', '/;/'];
  const parents = ['..', '%2e%2e', '%2E%2E', '.%2e', '%252e%252e', '...', '..;', '..%00'];
  const hosts = [
    'bundle',
    'BUNDLE',
    'bundle.',
    'bundle:80',
    'user@bundle',
    'bundle.evil',
    'evil',
    '',
  ];
  const targets = ['secret.js', 'index.html', 'etc/passwd'];
  const traversals = hosts.flatMap((host) =>
    separators.flatMap((separator) =>
      parents.flatMap((parent) =>
        targets.map((target) => `app://${host}/assets${separator}${parent}${separator}${target}`),
      ),
    ),
  );

  it('paths that lead elsewhere, however they are written', async () => {
    expect(traversals.length).toBeGreaterThan(500);
    for (const url of traversals) expect((await get(url)).statusCode, url).toBe(404);
  });

  it.each([
    'app://bundle',
    'app://bundle/',
    'app://bundle/INDEX.HTML',
    'app://bundle/index.html/',
    'app://bundle/index.html?x',
    'app://bundle/index.html#x',
    'app://bundle/index.html%00',
    'app://bundle//index.html',
    'app://bundle/./index.html',
    'app://bundle/notes.txt',
    'app://bundle/link.js',
    'app://bundle/__proto__',
    'app://bundle/assets',
    'app:index.html',
    'APP://bundle/index.html',
    'file:///etc/passwd',
    '',
  ])('%s', async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  });
});

it('a file that is gone since the start is an answer too, and locked down', async () => {
  const gone = { path: path.join(folder, 'gone.js'), mimeType: 'text/javascript; charset=utf-8' };
  serveApp(new Map([['app://bundle/gone.js', gone]]), () => ({
    language: 'en',
    isOnMaterial: false,
  }));
  const request = { method: 'GET', url: 'app://bundle/gone.js' };
  const response = await new Promise((resolve) => registered.get('app')?.(request, resolve));
  expect(response).toMatchObject({
    statusCode: 500,
    headers: { 'Content-Security-Policy': policy },
    data: Buffer.alloc(0),
  });
});
