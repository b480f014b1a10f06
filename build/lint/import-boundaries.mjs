// SPDX-License-Identifier: MIT
/**
 * An ESLint rule for the direction of imports. Specifiers are resolved against the importing file
 * by their text alone, so that a boundary also holds for a file that does not exist yet.
 */
import path from 'node:path';

/**
 * @typedef {object} Boundary
 * @property {string} from Folder or file, relative to the root of the project. The longest match counts.
 * @property {string[]} ours Folders or files of ours that code in `from` may import.
 * @property {string[]} packages Packages it may import; `@scope/*` stands for a whole scope, `node:*` for Node, `*` for any.
 * @property {string} why Closes the message.
 */

const isWithin = (file, place) => file === place || file.startsWith(`${place}/`);

const withoutExtension = (file) => file.replace(/\.[cm]?[jt]sx?$/, '');

function boundaryOf(file, boundaries) {
  return boundaries
    .filter(
      ({ from }) =>
        isWithin(file, from) || isWithin(withoutExtension(file), withoutExtension(from)),
    )
    .sort((a, b) => b.from.length - a.from.length)[0];
}

function allowsPackage(pattern, specifier) {
  if (pattern === '*') return true;
  if (pattern.endsWith('*')) return specifier.startsWith(pattern.slice(0, -1));
  return isWithin(specifier, pattern);
}

/** The sentence that refuses `specifier`, or nothing when the boundary allows it. */
function refusal(file, specifier, boundary) {
  if (!specifier.startsWith('.')) {
    if (boundary.packages.some((pattern) => allowsPackage(pattern, specifier))) return undefined;
    return `${boundary.from} must not import the package '${specifier}': ${boundary.why}`;
  }
  const target = path.posix.join(path.posix.dirname(file), specifier);
  const allowed = boundary.ours.some(
    (place) => isWithin(target, place) || withoutExtension(target) === withoutExtension(place),
  );
  return allowed ? undefined : `${boundary.from} must not import '${target}': ${boundary.why}`;
}

/** @type {import('eslint').Rule.RuleModule} */
export const importBoundaries = {
  meta: {
    type: 'problem',
    docs: { description: 'Keep imports within the boundaries of the house' },
    schema: [{ type: 'array', items: { type: 'object' } }],
    messages: { refused: '{{ sentence }}' },
  },
  create(context) {
    const file = path.relative(context.cwd, context.filename).replaceAll('\\', '/');
    const boundary = boundaryOf(file, context.options[0]);
    if (!boundary) return {};

    const check = (source) => {
      if (typeof source?.value !== 'string') return;
      const sentence = refusal(file, source.value, boundary);
      if (sentence) context.report({ node: source, messageId: 'refused', data: { sentence } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source),
      CallExpression: (node) => {
        if (node.callee.name === 'require') check(node.arguments[0]);
      },
    };
  },
};
