// Tests run as ES modules, on the sources: the condition `source` in the packages' exports leads to TypeScript.
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  roots: ['<rootDir>/__tests__'],
  reporters: ['default', '<rootDir>/__tests__/closing-line.js'],
  // A scenario starts several processes; a busy machine takes its time for them.
  testTimeout: 30_000,
  // Most of the time goes by in the processes that are started, and in their waits.
  maxWorkers: '100%',
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } },
    ],
  },
};
