import { type PresentedAssertion, presentedAssertion } from '../../../packages/core/src/token/presented-assertion.js';

/** An assertion that makes these claims, as it is read from its JWT. */
export function presented(claims: Readonly<Record<string, unknown>>): PresentedAssertion {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  const assertion = presentedAssertion(`e30.${payload}.c2lnbmF0dXJl`);
  if (!assertion) throw new Error('The test made no JWT');
  return assertion;
}

/** The claims of an ordinary job on GitHub: https://docs.github.com/actions/reference/security/oidc#oidc-token-claims */
export const githubClaims = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:contoso/inventory:ref:refs/heads/main',
  aud: 'api://AzureADTokenExchange',
  repository: 'contoso/inventory',
  repository_owner: 'contoso',
  ref: 'refs/heads/main',
  workflow_ref: 'contoso/inventory/.github/workflows/deploy.yml@refs/heads/main',
  job_workflow_ref: 'contoso/inventory/.github/workflows/deploy.yml@refs/heads/main',
} as const;
