/** The boundaries of the design, on the compiled packages (`pnpm compile` first): what an import really leads to. */
module.exports = {
  forbidden: [
    {
      name: 'core-knows-no-platform',
      comment: 'What differs between the platforms stands behind the Platform interface.',
      severity: 'error',
      from: { path: '^packages/core/' },
      to: { path: '@actions/|azure-pipelines-task-lib|^packages/(github-action|ado-task|emulator|stand-ins)/' },
    },
    {
      name: 'adapters-know-only-their-platform',
      severity: 'error',
      from: { path: '^packages/(github-action|ado-task)/' },
      to: { path: '^packages/(emulator|stand-ins)/' },
    },
    {
      name: 'github-action-without-azure',
      severity: 'error',
      from: { path: '^packages/github-action/' },
      to: { path: 'azure-pipelines-task-lib|^packages/ado-task/' },
    },
    {
      name: 'ado-task-without-github',
      severity: 'error',
      from: { path: '^packages/ado-task/' },
      to: { path: '@actions/|^packages/github-action/' },
    },
    {
      name: 'only-acquisition-speaks-msal',
      comment: 'MSAL speaks OAuth; we speak to people.',
      severity: 'error',
      from: { path: '^packages/core/build/', pathNot: '^packages/core/build/(token|credentials)/' },
      to: { path: '@azure/msal' },
    },
    {
      name: 'emulator-and-stand-ins-stand-alone',
      comment: 'They judge the product, so they share no code with it, and none with each other.',
      severity: 'error',
      from: { path: '^packages/(emulator|stand-ins)/' },
      to: { path: '^packages/(core|github-action|ado-task)/|@azure/msal' },
    },
    {
      name: 'emulator-without-stand-ins',
      severity: 'error',
      from: { path: '^packages/emulator/' },
      to: { path: '^packages/stand-ins/' },
    },
    {
      name: 'stand-ins-without-emulator',
      severity: 'error',
      from: { path: '^packages/stand-ins/' },
      to: { path: '^packages/emulator/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-missing', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    includeOnly: { path: '^packages/[^/]+/build/|node_modules|^(node:)?[a-z_/]+$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
