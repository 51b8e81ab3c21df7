/** Who may import whom: docs/architecture.md as rules. */

/** Each module may use those before it. */
const MODULES = [
  'calendars', 'organisations', 'people', 'pupils', 'agreements', 'providers', 'exclusions', 'tasks',
  'placements', 'attendance', 'charges', 'spend', 'outcomes', 'publishing', 'board', 'imports',
];

const PURE = '(rules/|policy\\.ts$|types\\.ts$)';
const PURE_LIBRARIES = '^node_modules/temporal-polyfill/';
const LIBRARY_FOR_FORMS = '^node_modules/zod/';

const moduleOrder = MODULES.slice(0, -1).map((name, at) => ({
  name: `order-${name}`,
  comment: `lib/${name} may use the modules before it in the order, not those after it.`,
  severity: 'error',
  from: { path: `^lib/${name}/` },
  to: { path: `^lib/(${MODULES.slice(at + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...moduleOrder,
    { name: 'no-cycles', comment: 'Two files that need each other are one idea, or three.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'known-module',
      comment: 'A folder of lib is core, server or one of the ordered modules; add a new one to the order in .dependency-cruiser.cjs.',
      severity: 'error',
      from: {},
      to: { path: '^lib/', pathNot: `^lib/(core|server|${MODULES.join('|')})/` },
    },
    {
      name: 'core-alone',
      comment: 'lib/core imports nothing of ours, and only pure libraries.',
      severity: 'error',
      from: { path: '^lib/core/' },
      to: { pathNot: ['^lib/core/', PURE_LIBRARIES, LIBRARY_FOR_FORMS] },
    },
    {
      name: 'pure',
      comment: 'rules, policy and types know values only: lib/core and the rules, policy and types of their own and lower modules.',
      severity: 'error',
      from: { path: `^lib/[^/]+/${PURE}`, pathNot: '^lib/(core|server)/' },
      to: { pathNot: ['^lib/core/', `^lib/(?!server/)[^/]+/${PURE}`, PURE_LIBRARIES] },
    },
    {
      name: 'input-is-shape',
      comment: 'input.ts says what a form may hold: no database, no server, no clock.',
      severity: 'error',
      from: { path: '^lib/[^/]+/input(\\.ts$|/)', pathNot: '^lib/(core|server)/' },
      to: { pathNot: ['^lib/core/', `^lib/(?!server/)[^/]+/(${PURE}|input(\\.ts$|/))`, PURE_LIBRARIES, LIBRARY_FOR_FORMS] },
    },
    {
      name: 'server-knows-no-module',
      comment: 'lib/server is handed a command with its policy; it imports no module.',
      severity: 'error',
      from: { path: '^lib/server/' },
      to: { path: '^lib/', pathNot: '^lib/(core|server)/' },
    },
    {
      name: 'lib-below-the-app',
      comment: 'lib serves the app and knows nothing of it.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components|scripts|bench|tests|e2e|prisma)/' },
    },
    {
      name: 'store-below-the-pages',
      comment: "Stores are for commands, queries and stores of their own and later modules, never for pages or components.",
      severity: 'error',
      from: { path: '^(app|components)/' },
      to: { path: '^lib/[^/]+/[a-z-]*store\\.ts$' },
    },
    {
      name: 'app-acts-and-reads',
      comment: 'A page uses queries, commands, input, types, pure rules, lib/server and lib/core; never a store.',
      severity: 'error',
      from: { path: '^(app/|proxy\\.ts$)' },
      to: { path: '^lib/', pathNot: ['^lib/(core|server)/', '^lib/[^/]+/(queries|commands|input|types|policy|rules)(\\.ts$|/)'] },
    },
    {
      name: 'components-show',
      comment: 'Components know lib/core and types, and are handed the rest.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(lib|app|generated|prisma|scripts)/', pathNot: ['^lib/core/', '^lib/(?!server/)[^/]+/types\\.ts$'] },
    },
    {
      name: 'prisma-types',
      comment: "Prisma's types are seen by lib/server, stores and queries only.",
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: ['^lib/server/', '^lib/[^/]+/([^/]*store|queries)(\\.ts$|/)'] },
      to: { path: '^generated/|^node_modules/(@prisma|pg|prisma)/' },
    },
    {
      name: 'one-client',
      comment: 'Only lib/server/db.ts makes the connection; only unit-of-work and sign-in use it.',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: ['^lib/server/(unit-of-work|sign-in|session|health)\\.ts$'] },
      to: { path: '^lib/server/db\\.ts$' },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'The product does not use its tests.',
      severity: 'error',
      from: { path: '^(app|components|lib|prisma|scripts)/' },
      to: { path: '^(tests|e2e)/' },
    },
    {
      name: 'no-development-packages',
      comment: 'What runs must be among the dependencies.',
      severity: 'error',
      from: { path: '^(app|components|lib|prisma)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^generated'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
    exclude: { path: '^prisma/seed/data/' },
  },
};
