import type { Application } from '../contract/token-request.js';
import type { PresentedAssertion } from './presented-assertion.js';

/** What is known of a request, for the reader of its failure. */
export interface SentTokenRequest {
  readonly application: Pick<Application, 'authority' | 'clientId'>;
  readonly scope: string;
  readonly correlationId: string;
  /** What it carried as the app's proof, if that was an assertion. */
  readonly assertion: PresentedAssertion | undefined;
}
