import type { Context } from '../context.js';
import type { TokenRequest } from '../contract/token-request.js';
import { openTokenSource } from '../credentials/open-token-source.js';
import type { AccessToken } from './access-token.js';
import { readClaims } from './claims.js';

/**
 * Gets a token for every scope, and hides all of them.
 * @returns the tokens in the order of the scopes.
 * @throws {EntraRefusal} {UnexpectedAnswer} {TransportFailure}, or what the credential throws.
 */
export async function acquireTokens(request: TokenRequest, context: Context): Promise<AccessToken[]> {
  const getTokens = openTokenSource(request, context);
  const answers = await getTokens(request.scopes.map(scope => scope.value));
  return answers.map((answer, index) => {
    const scope = request.scopes[index];
    if (!scope) throw new Error('There are more tokens than scopes');
    context.mask(answer.accessToken);
    if (answer.refreshToken !== undefined) context.mask(answer.refreshToken);
    return {
      scope,
      value: answer.accessToken,
      tokenType: answer.tokenType,
      expiresOn: new Date(context.now().getTime() + answer.expiresIn * 1000),
      refreshToken: answer.refreshToken,
      claims: readClaims(answer.accessToken),
    };
  });
}
