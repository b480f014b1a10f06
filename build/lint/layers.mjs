// SPDX-License-Identifier: MIT
/**
 * Which way imports run, for dependency-cruiser. A file's place says what code may run there (plain, Node.js, Electron,
 * a page), and what stands below it.
 */

/** A file or folder as dependency-cruiser matches it. */
const at = (...places) => places.map((place) => `^${place}(/|\\.|$)`);
const rooms = (house, ...names) => at(...names.map((name) => `${house}/${name}`));

/** Knows neither Node.js, nor Electron, nor a page: it runs in all of them. From the ground up. */
const shared = ['contract', 'language', 'texts'];
/** Calculates: may hash and parse by Node.js, touches no file, process or socket. */
const calculating = ['base', 'protocol', 'commands', 'routes'];
/** Runs in any Node.js of 20 on, so that the terminal and the tests need no Electron. */
const inNode = [
  ...[
    'native',
    'files',
    'terminal',
    'log',
    'permission',
    'lasting',
    'managers',
    'journal',
    'transaction',
  ],
  ...['kept', 'history', 'changes', 'interfaces', 'preferences', 'reports', 'resolver', 'cli'],
];
/** Where bytes come in that nobody has looked at. */
const borders = rooms('electron', 'ipc', 'journal', 'preferences', 'reports');

/** What a page is made of, from the ground up. */
const floors = ['bridge', 'ui', 'adapters', 'traffic', 'lasting', 'changes', 'pages', 'app'];

const npm = ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'npm-no-pkg', 'npm-unknown'];

/** Packages are matched where they were found. */
const packages = (...names) => names.map((name) => `(^|/)node_modules/${name}/`);

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'no-cycle',
    comment: 'Two files that need each other are one file, or want a third that both stand on.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphan',
    comment: 'Nothing imports it: it is dead, or should be named here as an entry.',
    severity: 'error',
    from: {
      orphan: true,
      path: at('electron', 'renderer', 'build/[^/]+/'),
      pathNot: ['\\.d\\.ts$', '\\.generated\\.ts$', '(^|/)tsconfig[^/]*\\.json$'],
    },
    to: {},
  },
  {
    name: 'no-unresolved',
    comment: 'There is no such file or package.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'build-stands-alone',
    comment:
      'The build must work before the app does. Scenes drive the app, and find by what it says.',
    severity: 'error',
    from: { path: at('build'), pathNot: at('build/screenshots') },
    to: { path: at('electron', 'renderer', 'test') },
  },
  {
    name: 'product-knows-no-test',
    comment: 'What is shipped stands on nothing that is not.',
    severity: 'error',
    from: { path: at('electron', 'renderer') },
    to: { path: at('test', 'build') },
  },
  {
    name: 'main-knows-no-page',
    comment: 'What window, main and terminal say alike lies in electron/texts.',
    severity: 'error',
    from: { path: at('electron') },
    to: { path: at('renderer') },
  },
  {
    name: 'page-knows-the-shared-alone',
    comment:
      'A page knows what crosses the border and how it is said, nothing of how it comes about.',
    severity: 'error',
    from: { path: at('renderer') },
    to: { path: at('electron'), pathNot: rooms('electron', ...shared) },
  },
  {
    name: 'page-packages',
    comment: 'A page runs in a sandbox: React, Fluent UI and TanStack are all it is made of.',
    severity: 'error',
    from: { path: at('renderer') },
    to: {
      dependencyTypes: [...npm, 'core'],
      pathNot: packages('react', 'react-dom', '@types/react(-dom)?', '@fluentui', '@tanstack'),
    },
  },
  ...floors.slice(0, -1).map((floor, level) => ({
    name: `${floor}-stands-below`,
    comment: `Of a page's floors (${floors.join(' -> ')}) each knows those before it alone.`,
    severity: 'error',
    from: { path: rooms('renderer', floor) },
    to: { path: rooms('renderer', ...floors.slice(level + 1)) },
  })),
  {
    name: 'page-knows-no-other',
    comment: 'What two pages need lies on a floor below them.',
    severity: 'error',
    from: { path: '^renderer/pages/([^/]+)/' },
    to: { path: '^renderer/pages/', pathNot: '^renderer/pages/$1/' },
  },
  {
    name: 'contract-stands-on-nothing',
    comment: 'It is what two processes agree on.',
    severity: 'error',
    from: { path: rooms('electron', 'contract') },
    to: { pathNot: rooms('electron', 'contract') },
  },
  {
    name: 'language-stands-on-contract',
    comment: 'Window, main and terminal speak by the same catalogues.',
    severity: 'error',
    from: { path: rooms('electron', 'language') },
    to: {
      pathNot: [
        ...rooms('electron', 'language', 'contract'),
        ...packages('intl-messageformat', '@formatjs'),
      ],
    },
  },
  {
    name: 'texts-stand-on-language',
    comment: 'What is said alike in window, main and terminal runs in all of them.',
    severity: 'error',
    from: { path: rooms('electron', 'texts') },
    to: { pathNot: rooms('electron', ...shared) },
  },
  {
    name: 'calculating-touches-nothing',
    comment: 'The same question has the same answer: no file, process or socket has a part in it.',
    severity: 'error',
    from: { path: rooms('electron', ...calculating) },
    to: {
      pathNot: [
        ...rooms('electron', ...shared, ...calculating),
        ...['^(node:)?crypto$', '^(node:)?net$'],
      ],
    },
  },
  {
    name: 'node-knows-no-electron',
    comment: 'It runs in any Node.js: the terminal and the tests have no Electron.',
    severity: 'error',
    from: { path: rooms('electron', ...shared, ...calculating, ...inNode) },
    to: {
      path: [
        ...packages('electron'),
        ...at('electron/(about|handlers|main|outside|preload|run|write-side)'),
        ...rooms('electron', 'shell', 'ipc/main-ipc'),
      ],
    },
  },
  {
    name: 'main-packages',
    comment: 'zod stays where unknown bytes come in; all else is of Node.js and Electron.',
    severity: 'error',
    from: { path: at('electron'), pathNot: [...borders, ...rooms('electron', 'language', 'log')] },
    to: { dependencyTypes: npm, pathNot: packages('electron') },
  },
  {
    name: 'border-packages',
    comment: 'What checks unknown bytes needs zod and nothing else.',
    severity: 'error',
    from: { path: borders },
    to: { dependencyTypes: npm, pathNot: packages('electron', 'zod') },
  },
  {
    name: 'log-packages',
    comment: 'What turns errors into text belongs to pino; the rest of the log is of Node.js.',
    severity: 'error',
    from: { path: rooms('electron', 'log') },
    to: { dependencyTypes: npm, pathNot: packages('pino-std-serializers') },
  },
  {
    name: 'preload-is-the-bridge',
    comment: 'It runs beside the page, and is made of the contract alone.',
    severity: 'error',
    from: { path: at('electron/preload') },
    to: {
      pathNot: [
        ...rooms('electron', 'contract', 'ipc/bridge', 'ipc/payload-size'),
        ...packages('electron'),
      ],
    },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^out/', '\\.json$'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node'] },
  },
};
