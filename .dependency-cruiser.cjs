// Who may import whom. "Who may import whom" in ARCHITECTURE.md says the same in words.
const ours = '^(apps|packages)/';
const tests = '\\.test\\.tsx?$|/test-[\\w-]+\\.ts$|/testing/|^packages/testkit/|^e2e/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: { pathNot: tests }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'contract-imports-nothing-of-ours', severity: 'error', from: { path: '^packages/contract/', pathNot: tests }, to: { path: ours, pathNot: '^packages/contract/' } },
    { name: 'comic-imports-nothing-of-ours', severity: 'error', from: { path: '^packages/comic/', pathNot: tests }, to: { path: ours, pathNot: '^packages/comic/' } },
    { name: 'plugin-imports-the-contract-alone', severity: 'error', comment: 'It is installed where there is no server.', from: { path: '^packages/plugin/', pathNot: tests }, to: { path: ours, pathNot: '^packages/(plugin|contract)/' } },
    { name: 'contract-in-plugin-as-types', severity: 'error', comment: 'Of the contract only shapes travel with it.', from: { path: '^packages/plugin/src/' }, to: { path: '^packages/contract/', dependencyTypesNot: ['type-only'] } },
    {
      name: 'comic-is-pure', severity: 'error', comment: 'It runs in the browser too.',
      from: { path: '^packages/comic/src/', pathNot: tests }, to: { dependencyTypes: ['core'] },
    },
    { name: 'web-imports-pure-packages', severity: 'error', from: { path: '^apps/web/', pathNot: tests }, to: { path: ours, pathNot: '^apps/web/|^packages/(contract|comic)/' } },
    { name: 'server-not-web', severity: 'error', from: { path: '^apps/server/' }, to: { path: '^apps/web/' } },
    {
      name: 'rules-are-pure', severity: 'error', comment: 'Decide on plain data: fetch before, act after.',
      from: { path: '^apps/server/src/rooms/([^/]+)/rules\\.ts$' }, to: { path: ours, pathNot: '^packages/(contract|comic)/|^apps/server/src/kernel/errors\\.ts$|^apps/server/src/rooms/$1/(types|rules[^/]*)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'room-through-the-door', severity: 'error', comment: 'Another room is entered by its index.ts alone.',
      from: { path: '^apps/server/src/rooms/([^/]+)/', pathNot: tests }, to: { path: '^apps/server/src/rooms/', pathNot: '^apps/server/src/rooms/($1/|[^/]+/index\\.ts$)' },
    },
    {
      name: 'room-not-outside', severity: 'error', comment: 'A room knows ports, not technologies.',
      from: { path: '^apps/server/src/rooms/', pathNot: tests }, to: { path: '^apps/server/src/(adapters|cli|config|supervisor|postgres|compose\\.ts|main\\.ts|web\\.ts|worker\\.ts)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'kernel-below-rooms', severity: 'error',
      from: { path: '^apps/server/src/(kernel|ports|db)/', pathNot: tests }, to: { path: '^apps/server/src/(rooms|adapters|http|cli|supervisor|compose\\.ts)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'adapter-knows-its-port', severity: 'error',
      from: { path: '^apps/server/src/adapters/([^/]+)/', pathNot: tests }, to: { path: '^apps/server/src/', pathNot: '^apps/server/src/(adapters/$1/|ports/|db/|kernel/)' },
    },
    {
      name: 'supervisor-stays-small', severity: 'error', comment: 'It must survive what breaks the program; it only starts it.',
      from: { path: '^apps/server/src/(supervisor|postgres|config)/', pathNot: `${tests}|/role-process\\.ts$|/prepare-database\\.ts$` },
      to: { path: '^apps/server/src/', pathNot: '^apps/server/src/(supervisor|postgres|config)/' },
    },
    { name: 'sql-lives-in-stores', severity: 'error', from: { path: '^apps/server/src/rooms/', pathNot: `${tests}|store[^/]*\\.ts$|/tables\\.ts$|/room\\.ts$|/index\\.ts$` }, to: { path: 'node_modules/(pg|kysely)/', dependencyTypesNot: ['type-only'] } },
    { name: 'no-test-in-program', severity: 'error', from: { path: '^(apps/[^/]+|packages/(contract|comic|plugin))/src/', pathNot: tests }, to: { path: tests } },
    { name: 'no-dev-package-in-program', severity: 'error', from: { path: '^(apps/server|packages/(contract|comic|plugin))/src/', pathNot: tests }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
