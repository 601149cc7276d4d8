import type { CatalogueSection } from './entry.js';
import { errorCodes } from './entry.js';

/** Trouble of Entra itself. */
export const service = {
  'service-trouble': {
    codes: [90033, 90024, 90006, 90012, 90090, 50033, 50087, 80005, 40010],
    errors: ['temporarily_unavailable', 'server_error'],
    meaning: 'Entra has trouble of its own.',
    causes: [
      'The service, or a part of it, is overloaded or down.',
      'For an answer that is a page: a proxy in between does not reach Entra.',
      "For users: the tenant's own identity provider or sign-in agent does not answer.",
    ],
    fix: 'Run the job again in a few minutes; if it goes on, look at https://azure.status.microsoft',
    who: 'nobody',
    waiting: 'passes',
    source: errorCodes,
  },
  'request-loop': {
    codes: [50196],
    meaning: 'Entra got the same request too often in a short time, and takes it for a loop.',
    causes: ['A pipeline asks for the same token again and again, such as in a loop or in many jobs at once.'],
    fix: 'Ask once for each job, and use its token again.',
    who: 'you',
    waiting: 'later',
    source: 'https://learn.microsoft.com/entra/msal/dotnet/advanced/exceptions/confidential-client-troubleshoot',
  },
  'service-error': {
    codes: [90036, 50000],
    meaning: 'Entra failed on this request in a way that another attempt does not mend.',
    causes: ['Something about the app or the tenant is in a state that Entra cannot handle.'],
    fix: 'Open a support request with Microsoft, and quote the correlation id and the time below.',
    who: 'administrator',
    waiting: 'no',
    source: errorCodes,
  },
  throttled: {
    codes: [90055],
    meaning: 'Entra limits how often this app or tenant may ask for tokens.',
    causes: ['Many jobs ask at the same time.'],
    fix: 'Ask once for each job, pass the token on within it, and run again later.',
    who: 'you',
    waiting: 'passes',
    source: errorCodes,
  },
} as const satisfies CatalogueSection;
