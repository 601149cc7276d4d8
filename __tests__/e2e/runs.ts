import type { NodeRuntime } from '@entra-token/stand-ins';

/** How a bundle is run in every scenario: on both runtimes users have, without and with debug logging. */
export interface Run {
  readonly node: NodeRuntime;
  readonly debug: boolean;
}

export const runs: readonly (readonly [name: string, run: Run])[] = [
  ['Node 24', { node: 'n24', debug: false }],
  ['Node 24 with debug logging', { node: 'n24', debug: true }],
  ['Node 20', { node: 'n20', debug: false }],
  ['Node 20 with debug logging', { node: 'n20', debug: true }],
];
