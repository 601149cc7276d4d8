import { randomUUID } from 'node:crypto';
import type { PipelineJobOptions } from './pipeline-options.js';

/** The variables that server and agent give to every job of a build. */
export function jobVariables(
  options: PipelineJobOptions,
  job: {
    readonly directories: {
      readonly root: string;
      readonly sources: string;
      readonly temp: string;
      readonly tools: string;
    };
    readonly collectionUri: string;
    readonly processLookupId: string;
  },
): Record<string, string> {
  const { directories } = job;
  const [jobId, planId, projectId] = [randomUUID(), randomUUID(), randomUUID()];
  const project = options.project ?? 'inventory';
  const branch = options.sourceBranch ?? 'refs/heads/main';
  const buildDirectory = `${directories.root}/1`;
  const defaultOidc = `${job.collectionUri}${projectId}/_apis/distributedtask/hubs/build/plans/${planId}/jobs/${jobId}/oidctoken`;
  return {
    'system.collectionUri': job.collectionUri,
    'system.teamFoundationCollectionUri': job.collectionUri,
    'system.collectionId': randomUUID(),
    'system.teamProject': project,
    'system.teamProjectId': projectId,
    'system.definitionId': '42',
    'system.definitionName': options.pipeline ?? 'deploy',
    'system.hostType': 'build',
    'system.jobId': jobId,
    'system.planId': planId,
    'system.timelineId': planId,
    'system.jobName': '__default',
    'system.jobDisplayName': 'Job',
    'system.jobAttempt': '1',
    // Minutes.
    'system.jobTimeout': '60',
    'system.phaseName': 'Job',
    'system.stageName': '__default',
    'system.stageAttempt': '1',
    'system.culture': 'en-US',
    'system.enableAccessToken': 'SecretVariable',
    'system.oidcRequestUri': options.oidcRequestUri ?? defaultOidc,
    'system.defaultWorkingDirectory': directories.sources,
    'system.workFolder': directories.root,
    ...(options.debug ? { 'system.debug': 'true' } : {}),
    'build.buildId': '1001',
    'build.buildNumber': '20260822.1',
    'build.buildUri': 'vstfs:///Build/Build/1001',
    'build.definitionName': options.pipeline ?? 'deploy',
    'build.reason': 'IndividualCI',
    'build.requestedFor': 'Jo Doe',
    'build.repository.name': project,
    'build.repository.provider': 'TfsGit',
    'build.repository.localPath': directories.sources,
    'build.sourceBranch': branch,
    'build.sourceBranchName': branch.split('/').at(-1) ?? branch,
    'build.sourceVersion': '0123456789abcdef0123456789abcdef01234567',
    'build.sourcesDirectory': directories.sources,
    'build.artifactStagingDirectory': `${buildDirectory}/a`,
    'build.stagingDirectory': `${buildDirectory}/a`,
    'build.binariesDirectory': `${buildDirectory}/b`,
    'agent.id': '8',
    'agent.name': 'stand-in',
    'agent.machineName': 'stand-in',
    'agent.jobName': 'Job',
    'agent.jobStatus': 'Succeeded',
    'agent.os': 'Linux',
    'agent.osArchitecture': process.arch === 'arm64' ? 'ARM64' : 'X64',
    'agent.version': '4.275.0',
    'agent.isSelfHosted': '0',
    'agent.homeDirectory': directories.root,
    'agent.rootDirectory': directories.root,
    'agent.workFolder': directories.root,
    'agent.buildDirectory': buildDirectory,
    'agent.tempDirectory': directories.temp,
    'agent.toolsDirectory': directories.tools,
    // Set as a variable, and so in every process: https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Worker/JobExtension.cs
    VSTS_PROCESS_LOOKUP_ID: job.processLookupId,
  };
}
