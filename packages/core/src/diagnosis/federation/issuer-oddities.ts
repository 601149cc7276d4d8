import type { PresentedAssertion } from '../../token/presented-assertion.js';

/** What about an issuer is easily overlooked when a federated credential is written for it, as sentences. */
export function issuerOddities({ issuer, subject }: PresentedAssertion): string[] {
  if (subject.startsWith('sc://')) return [retiringIssuer];
  return URL.canParse(issuer) ? githubIssuerOddities(new URL(issuer)) : [];
}

/** https://learn.microsoft.com/azure/devops/pipelines/release/convert-service-connections */
const retiringIssuer =
  "The service connection still uses the issuer that Azure DevOps retires on 2027-07-01 (for apps of a single tenant in the public cloud). Once it is converted ('Update' on its page), issuer and subject are others.";

/** https://docs.github.com/actions/reference/security/oidc#customizing-the-issuer-value-for-an-enterprise */
function githubIssuerOddities({ hostname, pathname }: URL): string[] {
  const enterprise = pathname.replace(/^\/|\/$/g, '');
  if (pathname.endsWith('/_services/token')) {
    return [
      `The issuer is the GitHub Enterprise Server ${hostname}: Entra has to reach it over the internet to read its keys.`,
    ];
  }
  if (hostname.endsWith('.ghe.com')) {
    return [`The issuer is that of a GitHub with data residency (${hostname}), and not that of github.com.`];
  }
  if (hostname === 'token.actions.githubusercontent.com' && enterprise !== '') {
    return [`The issuer ends with the name of the enterprise, '${enterprise}': one without it does not match.`];
  }
  return [];
}
