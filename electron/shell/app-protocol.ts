// SPDX-License-Identifier: MIT

import { protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import type { Language } from '../contract/languages.generated';
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

const isPage = ({ mimeType }: AppFile) => mimeType.startsWith('text/html');

/** What the page says of itself, so that it knows before it draws. */
export interface PageTraits {
  /** Screen readers go by it too. */
  readonly language: Language;
  /** Whether the system's material shows through where the page has no background. */
  readonly isOnMaterial: boolean;
}

const withTraits = (page: string, { language, isOnMaterial }: PageTraits) =>
  page.replace(
    '<html lang="en">',
    `<html lang="${language}"${isOnMaterial ? ' data-on-material' : ''}>`,
  );

/** Answers one request: GET of an address that is in the map, and nothing else. */
export async function answerRequest(
  request: AppRequest,
  files: ReadonlyMap<string, AppFile>,
  traits: PageTraits,
): Promise<Response> {
  if (request.method !== 'GET') return refused(405);
  const file = files.get(request.url);
  if (!file) return refused(404);
  const headers = { ...headersOfAll, 'Content-Type': file.mimeType };
  const content = await readFile(file.path);
  return new Response(isPage(file) ? withTraits(content.toString(), traits) : content, {
    headers,
  });
}

/** Serves the bundle under app://, the page with the traits that it has then. */
export function serveApp(files: ReadonlyMap<string, AppFile>, traits: () => PageTraits): void {
  protocol.handle(appScheme, (request) => answerRequest(request, files, traits()));
}
