export type { Cloud } from './authority/clouds.js';
export { InputProblems } from './contract/input-problems.js';
export { existsOn, type InputDeclaration, inputs } from './contract/inputs.js';
export { type OutputDeclaration, outputs } from './contract/outputs.js';
export { spell } from './contract/spelling.js';
export { type IdentityTokenRequest, IdentityTokenUnavailable } from './credentials/identity-token.js';
export type { ServiceConnection } from './credentials/service-connection.js';
export type { JobFacts, Platform, PlatformName } from './platform.js';
export { run } from './run.js';
