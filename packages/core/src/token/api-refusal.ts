import type { HttpResponse } from '../transport/http.js';
import type { AccessToken } from './access-token.js';

/** An API that was to take a token answered otherwise. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';

  constructor(
    readonly url: string,
    readonly response: HttpResponse,
    readonly token: AccessToken,
  ) {
    super(`${url} answered ${response.status}`);
  }
}
