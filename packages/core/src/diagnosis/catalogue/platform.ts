import type { CatalogueSection } from './entry.js';

const githubOidc = 'https://docs.github.com/actions/reference/security/oidc';

/** What goes wrong before Entra is asked: inputs, and the right to the job's own identity. */
export const platform = {
  'inputs-wrong': {
    meaning: 'The inputs do not say which token to get, and nothing was sent.',
    // The problems that are found are the causes.
    causes: [],
    fix: 'Correct the inputs that are named; all of them are listed at once.',
    who: 'you',
    waiting: 'no',
    source: 'https://github.com/org/entra-token#inputs',
  },
  'id-token-permission': {
    meaning: 'GitHub gave this job no right to an identity token.',
    causes: [
      'The job lacks `permissions: id-token: write`.',
      'The job is in a reusable workflow, and the workflow that calls it lacks the permission.',
    ],
    fix: 'Add `permissions: { id-token: write, contents: read }` to the job.',
    who: 'you',
    waiting: 'no',
    source: githubOidc,
  },
  'fork-run': {
    meaning: 'This run comes from a fork, and gets neither secrets nor an identity token.',
    causes: [
      'Anyone could change the workflow in a fork, so the platform keeps what it could give away from it, unless the owners of the repository allow it.',
    ],
    fix: 'Get the token only where the run is not of a fork, such as after the merge.',
    who: 'you',
    waiting: 'no',
    source:
      'https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request',
  },
  'dependabot-run': {
    meaning:
      'Dependabot started this run, which sees no secrets of Actions, and this job has no right to an identity token.',
    causes: [
      'A run of Dependabot sees only the secrets stored for Dependabot.',
      'Its rights are read-only unless the job itself says more.',
    ],
    fix: "Add `permissions: { id-token: write, contents: read }` to the job, or store the secret under 'Secrets and variables', 'Dependabot' too.",
    who: 'you',
    waiting: 'no',
    source: 'https://docs.github.com/code-security/reference/supply-chain-security/dependabot-on-actions',
  },
  'no-identity-tokens': {
    meaning: 'This server or agent offers no identity tokens to a pipeline.',
    causes: ['It is Azure DevOps Server, or an old agent.'],
    fix: 'Use Azure DevOps Services with a current agent, or give a client secret or a certificate.',
    who: 'you',
    waiting: 'no',
    source: 'https://learn.microsoft.com/azure/devops/pipelines/release/configure-workload-identity',
  },
  'identity-token-refused': {
    meaning: '{host} refused to issue an identity token for this job.',
    causes: ['The right to the token has ended with the job it was given to.'],
    fix: 'Run the job again; if it stays so, quote the words below to the support of the platform.',
    who: 'you',
    waiting: 'no',
    source: githubOidc,
  },
  'platform-trouble': {
    meaning: '{host} has trouble of its own.',
    causes: ['GitHub, Azure DevOps, or the managed identity endpoint is overloaded or down.'],
    fix: 'Run the job again in a few minutes; if it goes on, look at https://www.githubstatus.com or https://status.dev.azure.com',
    who: 'nobody',
    waiting: 'passes',
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.6',
  },
  'connection-refused': {
    meaning: '{host} refused to issue an identity token for this service connection.',
    causes: [
      'The pipeline may not use the service connection.',
      'The service connection was deleted, or is not one with workload identity federation.',
    ],
    fix: "Open the service connection in the project settings and permit this pipeline under 'Security', 'Pipeline permissions'.",
    who: 'you',
    waiting: 'no',
    source: 'https://learn.microsoft.com/azure/devops/pipelines/library/service-endpoints#authorize-pipelines',
  },
  'secure-file-refused': {
    meaning: '{host} refused to hand out the secure file.',
    causes: ['The pipeline may not use the file, or it was deleted.'],
    fix: "Open the file under 'Pipelines', 'Library', 'Secure files' and permit this pipeline under 'Pipeline permissions'.",
    who: 'you',
    waiting: 'no',
    source: 'https://learn.microsoft.com/azure/devops/pipelines/library/secure-files',
  },
  'managed-identity-refused': {
    meaning: 'The managed identity endpoint {host} issued no token.',
    causes: [
      'The machine has no managed identity, or several and none was named.',
      'The resource in the scope is not known.',
    ],
    fix: 'Check that an identity is assigned to this machine, and name its client id if there are several.',
    who: 'you',
    waiting: 'after-a-change',
    source: 'https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token',
  },
  'arc-key-refused': {
    meaning: "The key of Azure Arc's agent cannot be read by the user that runs this job.",
    causes: ['The user is in none of the groups that may read the key.', 'The agent has removed the key already.'],
    fix: "Add that user to the group 'himds' (on Windows 'Hybrid Agent Extension Applications'), and start the runner anew.",
    who: 'network',
    waiting: 'no',
    source: 'https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication',
  },
} as const satisfies CatalogueSection;
