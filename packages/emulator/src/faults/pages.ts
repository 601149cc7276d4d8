import { STATUS_CODES } from 'node:http';

/** What a gateway answers for a service that it cannot reach. */
export function gatewayPage(status: number): string {
  const title = `${status} ${STATUS_CODES[status] ?? ''}`;
  return `<!DOCTYPE html>
<html><head><title>${title}</title></head><body><h1>${title}</h1><p>The service is unavailable.</p></body></html>
`;
}

/** What one gets instead of an answer where a person has to sign in first. */
export const signInPage = `<!DOCTYPE html>
<html><head><title>Sign in</title></head><body>
<form method="post" action="/login"><input name="user"><input name="password" type="password"></form>
</body></html>
`;
