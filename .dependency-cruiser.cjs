/** Layer rules of ARCHITECTURE.md ("Direction"); `npm run check` also asserts that modules were read. */
const no = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'modules must not import each other in a ring',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    no('shared-is-pure', 'shared runs anywhere', '^shared/', '^(electron|renderer|build|test)/'),
    {
      name: 'shared-no-platform',
      comment: 'shared knows no platform',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    no(
      'shared-no-react',
      'shared knows no platform',
      '^shared/',
      '^node_modules/(react|react-dom|electron|@mui|better-sqlite3|playwright-core)/',
    ),
    no('renderer-not-electron', 'the two meet in shared/contract only', '^renderer/', '^electron/'),
    no('electron-not-renderer', 'the two meet in shared/contract only', '^electron/', '^renderer/'),
    no(
      'kernel-leans-on-nothing',
      'kernel ← domain ← ledger',
      '^shared/kernel/',
      '^shared/(domain|ledger|ledgers|contract|text)/',
    ),
    no(
      'domain-not-ledger',
      'rules are pure over plain values',
      '^shared/domain/',
      '^shared/(ledger|ledgers|contract)/',
    ),
    no(
      'area-not-rules',
      'rules lean on their area, never the other way',
      '^shared/domain/(?!rules/)',
      '^shared/domain/rules/',
    ),
    no(
      'engine-names-no-ledger',
      'the engine takes definitions as values',
      '^(shared/ledger|electron/store|renderer/ledger|electron/documents)/',
      '^shared/ledgers/(?!index\\.ts)',
    ),
    no(
      'engine-services-name-no-area',
      'areas hand the engine what they add: services/behaviours.ts, services/areaChecks.ts',
      '^electron/services/(ledgers|imports|exports|checks)/',
      '^(electron/services/(?!(ledgers|imports|exports|checks|school)/|app\\.ts)|shared/ledgers/(?!index\\.ts)|shared/domain/(?!parameters/|rules/rule\\.ts))',
    ),
    no(
      'school-below-all',
      'what holds at the school, and its units of work: engine and areas lean on it',
      '^electron/services/school/',
      '^electron/services/(?!school/)',
    ),
    {
      name: 'areas-apart',
      comment: 'an area of the services knows no other, but where one fact concerns both',
      severity: 'error',
      from: {
        path: '^electron/services/(base|partyLife|ethics|afterSchool)/',
        pathNot: [
          // The Party's meetings are busy times of teachers.
          '^electron/services/afterSchool/roster/busyTimes\\.ts$',
          // Small numbers must not leave in the statistics of ethics either.
          '^electron/services/base/privacyFacts\\.ts$',
        ],
      },
      to: {
        path: '^electron/services/(base|partyLife|ethics|afterSchool)/',
        pathNot: '^electron/services/$1/',
      },
    },
    no(
      'ground-below-all',
      'session, period, day and look of the window: every screen leans on them',
      '^renderer/ground/',
      '^renderer/(?!ground/|(client|answers)\\.ts)',
    ),
    no(
      'ui-knows-no-screen',
      'small shared parts',
      '^renderer/ui/',
      '^renderer/(?!ui/|ground/|(client|answers)\\.ts)',
    ),
    no(
      'app-on-top',
      'the frame and its addresses know the screens, never the other way',
      '^renderer/(?!app/|main\\.tsx)',
      '^renderer/app/',
    ),
    no(
      'ledger-screens-name-no-area',
      'lists, forms and the import wizard take definitions as values',
      '^renderer/ledger/',
      '^renderer/(?!ledger/|ui/|ground/|(client|answers)\\.ts)',
    ),
    {
      name: 'screens-of-areas-apart',
      comment: "an area doesn't lean on another's screens",
      severity: 'error',
      from: { path: '^renderer/(partyLife|ethics|afterSchool)/' },
      to: { path: '^renderer/(partyLife|ethics|afterSchool)/', pathNot: '^renderer/$1/' },
    },
    no(
      'documents-below-services',
      'documents and store serve the services',
      '^electron/(store|documents|desktop)/',
      '^electron/(services|ipc)/',
    ),
    {
      name: 'only-adapter-imports-electron',
      comment: 'a desktop is a port, Electron is one adapter',
      severity: 'error',
      from: { pathNot: '^(electron/(main|preload)\\.ts|electron/desktop/electron|test/)' },
      to: { path: '^node_modules/electron/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
  },
};
