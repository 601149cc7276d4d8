import * as actions from '@actions/core';
import { context } from '@actions/github';
import { environmentProxy, type JobFacts, type Platform } from '@entra-token/core';
import { identityTokenRequest } from './identity-token-request.js';
import { restriction } from './restriction.js';

/** GitHub Actions, through the runner's toolkit. */
export function githubActions(environment: Platform['environment']): Platform {
  return {
    name: 'github-actions',
    environment,
    job: jobFacts(environment),
    restriction: restriction(environment),
    // The runner tells no job how long it may take.
    jobTimeoutMinutes: undefined,
    // An expression of GitHub's that names nothing is empty, and never arrives.
    variableNames: [],
    input: name => actions.getInput(name, { trimWhitespace: false }),
    serviceConnection: id => {
      throw new Error(`GitHub Actions has no service connections, and was asked for ${id}`);
    },
    network: () => ({ proxy: environmentProxy(environment), extraAuthorities: undefined }),
    secureFileRequest: id => {
      throw new Error(`GitHub Actions has no secure files, and was asked for ${id}`);
    },
    identityTokenRequest: audience => identityTokenRequest(environment, audience),
    mask: actions.setSecret,
    setOutput: actions.setOutput,
    info: actions.info,
    exportVariable: actions.exportVariable,
    warning: message => actions.warning(message),
    debug: actions.debug,
    fail(title, message) {
      actions.error(message, { title });
      process.exitCode = actions.ExitCode.Failure;
    },
    async writeSummary(markdown) {
      // A runner before 2.288 has no summary, and the toolkit throws there.
      if (!environment['GITHUB_STEP_SUMMARY']) return;
      await actions.summary.addRaw(markdown, true).write();
    },
  };
}

function jobFacts(environment: Platform['environment']): JobFacts {
  const repository = environment['GITHUB_REPOSITORY'];
  if (!repository) return [];
  return [
    ['Repository', repository],
    ['Ref', context.ref],
    ['Event', context.eventName],
    ['Run', `${context.serverUrl}/${repository}/actions/runs/${context.runId}`],
  ];
}
