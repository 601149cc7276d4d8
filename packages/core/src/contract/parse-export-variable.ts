import type { GivenInputs } from './given-inputs.js';

/** Variables that steer a program or a runner: what they hold must never come from a server. */
const steering =
  /^(PATH|PATHEXT|HOME|SHELL|ENV|BASH_ENV|IFS|PS4|PROMPT_COMMAND|COMSPEC|PSMODULEPATH|NODE_.*|NPM_.*|PYTHON.*|PERL.*|RUBY.*|JAVA_.*|JDK_.*|_JAVA_OPTIONS|DOTNET_.*|GIT_.*|LD_.*|DYLD_.*|SSL_.*|CURL_.*|(HTTPS?|ALL|NO)_PROXY|GITHUB_.*|RUNNER_.*|ACTIONS_.*|INPUT_.*|STATE_.*|AGENT_.*|SYSTEM_.*|BUILD_.*|RELEASE_.*|ENDPOINT_.*|SECRET_.*|TASK_.*|VSTS_.*|TF_BUILD|CI)$/i;

/** Reads the name of the variable to export; undefined where none is given or a problem was reported. */
export function parseExportVariable(given: GivenInputs): string | undefined {
  const name = given.value('export-variable');
  if (name === '') return undefined;
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    given.report('export-variable', `'${name}' is no name of a variable: letters, digits and _, no digit first.`);
    return undefined;
  }
  if (steering.test(name)) {
    given.report('export-variable', `'${name}' steers programs or the runner itself. Take a name of your own.`);
    return undefined;
  }
  return name;
}
