/** Suites that assert a duration, in wall or processor time: another suite beside them would be measured too. */
const timed = '**/tests/**/*.timed.test.ts';

/** Jest runs the TypeScript sources of every workspace (export condition "source"), on real PostgreSQL. */
const project = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/bench/peers/'],
  modulePathIgnorePatterns: ['/dist/'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'] },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      },
    ],
  },
  globalSetup: '<rootDir>/packages/testkit/dist/jest/start-cluster.js',
  globalTeardown: '<rootDir>/packages/testkit/dist/jest/stop-cluster.js',
};

export default {
  projects: [
    { ...project, displayName: 'parallel', testMatch: ['**/tests/**/*.test.ts', `!${timed}`] },
    {
      ...project,
      displayName: 'timed',
      testMatch: [timed],
      runner: '<rootDir>/jest.one-at-a-time.js',
    },
  ],
  maxWorkers: 2,
  // A worker keeps 30 MB of every suite it has run; collecting that garbage again and again slows the later ones down.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 30_000,
};
