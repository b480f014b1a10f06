// SPDX-License-Identifier: MIT

import type { PageFailure } from '../contract/page-failure';

/** An error of the page as a cause like main's own. */
export function causeOfPage({ text, stack }: PageFailure): Error {
  const [, name = 'Error', message = text] = /^(\w+): (.*)$/s.exec(text) ?? [];
  return Object.assign(new Error(message), { name, stack });
}
