// SPDX-License-Identifier: MIT
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const ipcMessage =
  'Only electron/ipc (and electron/preload.ts) touch raw IPC. Declare the channel in electron/contract and use handle() of electron/ipc, or window.api in the renderer.';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Use a named export: one name for one thing, in every file.',
};
const noMainIpc = { selector: 'Identifier[name="ipcMain"]', message: ipcMessage };
const noRendererIpc = {
  selector: 'Identifier[name=/^(ipcRenderer|contextBridge)$/]',
  message: ipcMessage,
};
const addonMessage = 'Only electron/native loads the addon. Import its typed facade instead.';
const noAddon = [
  { selector: 'Literal[value=/\\.node$/]', message: addonMessage },
  { selector: 'TemplateElement[value.raw=/\\.node$/]', message: addonMessage },
];

const joinedClasses = [
  'JSXAttribute[name.name=/[cC]lassName$/] > JSXExpressionContainer > TemplateLiteral',
  'JSXAttribute[name.name=/[cC]lassName$/] > JSXExpressionContainer > BinaryExpression',
  'JSXAttribute[name.name=/[cC]lassName$/] CallExpression[callee.property.name="join"]',
  'TemplateLiteral > MemberExpression[object.name=/[sS]tyles$/]',
  'BinaryExpression[operator="+"] > MemberExpression[object.name=/[sS]tyles$/]',
];
const noJoinedClasses = {
  selector: `:matches(${joinedClasses.join(', ')})`,
  message: 'Merge classes with mergeClasses(): joined, it is chance which of them wins.',
};

const noSearchBox = {
  selector: 'ImportSpecifier[imported.name="SearchBox"]',
  message: 'Use SearchField of renderer/ui: an empty SearchBox offers screen readers to clear it.',
};

/** What is called as a component or hook is drawn; functions within it are called later. */
const drawing = ':function[id.name=/^(use)?[A-Z]/] > BlockStatement';
const setting = 'ExpressionStatement > CallExpression[callee.name=/^set[A-Z]/]';
const noStateWhileDrawing = {
  selector: [
    `${drawing} > ${setting}`,
    `${drawing} > IfStatement > ${setting}`,
    `${drawing} > IfStatement > BlockStatement > ${setting}`,
    `${drawing} > IfStatement > BlockStatement > IfStatement > ${setting}`,
  ].join(', '),
  message: 'Derive it, or useFold() of renderer/ui: a state that is set while drawing draws twice.',
};

const catalogueMessage =
  'People read this: make it a message in electron/language/en.json, in every language.';

/** A text with a small letter of any script: names such as "MIT" are the same in all languages. */
const words = ':matches(Literal[value=/\\p{Ll}/u], TemplateElement[value.cooked=/\\p{Ll}/u])';
/** Where a text stands by itself, or is one of several to choose from. */
const directly =
  ':matches(JSXElement, JSXAttribute, JSXExpressionContainer, Property, ArrayExpression, ConditionalExpression, LogicalExpression, TemplateLiteral)';
const readAttributes =
  '/^(aria-(label|description|roledescription|valuetext|placeholder)|alt|label|placeholder|title)$/';
const noEnglishOnPages = {
  selector: [
    'JSXText[value=/\\p{Ll}/u]',
    `JSXElement > JSXExpressionContainer > ${words}`,
    `JSXElement > JSXExpressionContainer > ${directly} > ${words}`,
    `JSXAttribute[name.name=${readAttributes}] > ${words}`,
    `JSXAttribute[name.name=${readAttributes}] ${directly} > ${words}`,
  ].join(', '),
  message: catalogueMessage,
};

/** What dialogs, menus, tray and notifications show. */
const readProperties =
  '/^(body|buttonLabel|buttons|checkboxLabel|closeButtonText|detail|label|message|subtitle|title|toolTip|yes)$/';
const noEnglishInMain = {
  selector: [
    `Property[key.name=${readProperties}] > ${words}`,
    `Property[key.name=${readProperties}] > ${directly} > ${words}`,
    `CallExpression[callee.property.name=/^set(ToolTip|Title)$/] > ${words}`,
  ].join(', '),
  message: catalogueMessage,
};

/** Two words beside each other. What an error says is technical, and told beside words of the catalogue. */
const sentence = '/\\p{L}{2,},? \\p{Ll}/u';
const noEnglishSentences = {
  selector: [
    `:not(NewExpression) > Literal[value=${sentence}]`,
    `:not(NewExpression) > TemplateLiteral > TemplateElement[value.cooked=${sentence}]`,
  ].join(', '),
  message: catalogueMessage,
};

/** The whole list of forbidden syntax for some files: a later list replaces an earlier one. */
const forbidSyntax = (files, ...entries) => ({
  files,
  rules: { 'no-restricted-syntax': ['error', ...entries.flat()] },
});

export default tseslint.config(
  { ignores: ['out/**', 'node_modules/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', prefer: 'type-imports' },
      ],
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'typeLike', format: ['PascalCase'] },
        { selector: 'function', format: ['camelCase', 'PascalCase'] },
        { selector: 'variable', format: ['camelCase', 'PascalCase', 'UPPER_CASE'] },
      ],
      // The test runner of Node waits for its tests itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: 'test', package: 'node:test' }] },
      ],
      // Numbers and booleans print the same everywhere; the rule stays on for objects.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['renderer/**', 'test/unit/renderer/**'],
    extends: [reactHooks.configs.flat.recommended],
  },
  forbidSyntax(['**/*.ts', '**/*.tsx'], noDefaultExport, noMainIpc, noRendererIpc, noAddon),
  forbidSyntax(
    ['renderer/**'],
    noDefaultExport,
    noMainIpc,
    noRendererIpc,
    noAddon,
    noJoinedClasses,
    noSearchBox,
    noStateWhileDrawing,
    noEnglishOnPages,
  ),
  forbidSyntax(
    ['renderer/ui/SearchField.tsx'],
    noDefaultExport,
    noMainIpc,
    noRendererIpc,
    noAddon,
    noJoinedClasses,
    noStateWhileDrawing,
    noEnglishOnPages,
  ),
  forbidSyntax(
    ['electron/shell/**', 'electron/cli/**'],
    noDefaultExport,
    noMainIpc,
    noRendererIpc,
    noAddon,
    noEnglishInMain,
  ),
  {
    ...forbidSyntax(
      ['electron/texts/**', 'electron/cli/**'],
      noDefaultExport,
      noMainIpc,
      noRendererIpc,
      noAddon,
      noEnglishInMain,
      noEnglishSentences,
    ),
    // Code for shells, commands as examples, and a manual page, which is English.
    ignores: ['electron/cli/{command-table,completion,man-page}.ts'],
  },
  forbidSyntax(['electron/preload.ts'], noDefaultExport, noMainIpc, noAddon),
  forbidSyntax(['electron/ipc/**'], noDefaultExport, noAddon),
  forbidSyntax(['electron/native/**'], noDefaultExport, noMainIpc, noRendererIpc),
  forbidSyntax(['build/**', 'test/**'], noDefaultExport),
  // Vite, Vitest, Playwright and dependency-cruiser read their configuration from a default export.
  {
    files: ['**/*.config.ts', '**/*.config.mts', 'build/lint/layers.mjs'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
