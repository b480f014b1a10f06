// SPDX-License-Identifier: MIT

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and in quoted attributes. What no document may contain becomes a replacement character. */
export function escapeHtml(text: string): string {
  return (
    text
      .replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
      // eslint-disable-next-line no-control-regex -- they are what is looked for
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/gu, '\ufffd')
  );
}

/**
 * A table with a line of headings; cells are plain text. HTML lets rows and cells end by themselves, which is half of
 * what a long table weighs. Cells keep right-to-left names to themselves by the page's style (`unicode-bidi`).
 */
export function htmlTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const head = headings.map((text) => `<th scope=col>${escapeHtml(text)}`).join('');
  const body = rows
    .map(([first = '', ...cells]) =>
      [
        `<tr><th scope=row>${escapeHtml(first)}`,
        ...cells.map((text) => `<td>${escapeHtml(text)}`),
      ].join(''),
    )
    .join('\n');
  return `<table>\n<thead><tr>${head}\n<tbody>\n${body}\n</table>\n`;
}
