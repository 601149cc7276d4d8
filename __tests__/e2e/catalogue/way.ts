import type { PlatformName } from '@entra-token/core';
import type { LastingFault } from '@entra-token/emulator';
import type { PipelineJobOptions, WorkflowJobOptions } from '@entra-token/stand-ins';
import type { World } from '../world.js';

/** A step that fails, and what its report says in other words than the entry of the catalogue. */
export interface Failing {
  /** By their contract's names; tenant, client id, scope and authority are the sample's unless given. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Inputs whose values are secrets of the job. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** What goes wrong with every request to a site of the emulator. */
  readonly faults?: Readonly<Partial<Record<FaultySiteName, LastingFault>>>;
  /** Variables of the machine. */
  readonly machine?: Readonly<Record<string, string>>;
  /** Without `permissions: id-token: write`, where it is false. */
  readonly idToken?: boolean;
  /** What is special about the job, on the platform that it is for. */
  readonly workflow?: WorkflowJobOptions;
  readonly pipeline?: PipelineJobOptions;
  /** What the annotation names as `{host}`; Entra unless given. */
  readonly host?: string;
  /** What the annotation says in place of the entry's meaning. */
  readonly meaning?: string | RegExp;
  /** What it says in place of the entry's fix. */
  readonly fix?: string;
  /** What the app is vouched for by, where a federated credential is to be proposed. */
  readonly presented?: { readonly issuer: string; readonly subject: string };
  /** Happens while the step runs; the signal says that it has ended. */
  readonly meanwhile?: (ended: AbortSignal) => Promise<void>;
  /** Puts right what was made wrong for this step. */
  readonly end?: () => Promise<void> | void;
}

export type FaultySiteName = 'entra' | 'github' | 'azureDevOps';

/** Prepares a step that fails, in a world where nothing else runs. */
export type Prepare = (world: World, platform: PlatformName) => Failing | Promise<Failing>;

/** One case of an entry of the catalogue. */
export interface Case {
  readonly name: string;
  /** The number behind `AADSTS` that the log names; undefined where Entra does not refuse. */
  readonly code?: number;
  /** Where it happens; the first case of an entry happens everywhere where the entry exists. */
  readonly platforms: readonly PlatformName[];
  readonly prepare: Prepare;
}

/** What leads to an entry of the catalogue, its usual case first. */
export type Way = readonly [Case, ...Case[]];

export const bothPlatforms: readonly PlatformName[] = ['github-actions', 'azure-pipelines'];
