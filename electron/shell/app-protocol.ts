// SPDX-License-Identifier: MIT

import { protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import type { AppFile } from './app-files';
import { appScheme } from './app-origin';
import { contentSecurityPolicy } from './content-security-policy';

/** What is looked at of a request. */
export interface AppRequest {
  readonly method: string;
  readonly url: string;
}

const headersOfAll = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

function refused(status: 404 | 405): Response {
  return new Response(null, { status, headers: headersOfAll });
}

/** Makes app:// a scheme with an origin of its own. Must run before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Answers one request: GET of an address that is in the map, and nothing else. */
export async function answerRequest(
  request: AppRequest,
  files: ReadonlyMap<string, AppFile>,
): Promise<Response> {
  if (request.method !== 'GET') return refused(405);
  const file = files.get(request.url);
  if (!file) return refused(404);
  const headers = { ...headersOfAll, 'Content-Type': file.mimeType };
  return new Response(await readFile(file.path), { headers });
}

/** Serves the bundle under app://. */
export function serveApp(files: ReadonlyMap<string, AppFile>): void {
  protocol.handle(appScheme, (request) => answerRequest(request, files));
}
