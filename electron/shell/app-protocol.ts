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

function refused(statusCode: 404 | 405 | 500): AppResponse {
  return { statusCode, headers: headersOfAll, data: Buffer.alloc(0) };
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

/** What a request is answered with. */
export interface AppResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: Buffer;
}

/** Answers one request: GET of an address that is in the map, and nothing else. */
export async function answerRequest(
  request: AppRequest,
  files: ReadonlyMap<string, AppFile>,
  traits: PageTraits,
): Promise<AppResponse> {
  if (request.method !== 'GET') return refused(405);
  const file = files.get(request.url);
  if (!file) return refused(404);
  const content = await readFile(file.path);
  return {
    statusCode: 200,
    headers: { ...headersOfAll, 'Content-Type': file.mimeType },
    data: isPage(file) ? Buffer.from(withTraits(content.toString(), traits)) : content,
  };
}

/** Serves the bundle under app://, the page with the traits that it has then. */
export function serveApp(files: ReadonlyMap<string, AppFile>, traits: () => PageTraits): void {
  // protocol.handle passes an answer through JavaScript in small pieces, while main has a window to open
  // (https://github.com/electron/electron/issues/42612); this hands it over whole, as VS Code does.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  protocol.registerBufferProtocol(appScheme, (request, respond) => {
    answerRequest(request, files, traits()).then(respond, () => {
      respond(refused(500));
    });
  });
}
