import type { TransportFailure } from '../transport/transport-failure.js';
import type { UnexpectedAnswer } from '../transport/unexpected-answer.js';
import type { Diagnosis } from './diagnosis.js';
import { explain } from './explain.js';

/** Says why there was no answer, and keeps it apart from a refusal. */
export function diagnoseTransport({ reason, host, detail }: TransportFailure): Diagnosis {
  return explain(reason, { title: 'No answer', host, facts: [['Reported as', detail]] });
}

/** Says what came in place of an answer. The status tells trouble of the service apart from something in between. */
export function diagnoseUnexpectedAnswer({ from, expected, status, contentType }: UnexpectedAnswer): Diagnosis {
  const what = `${from} answered without ${expected} (HTTP ${status}, ${contentType}).`;
  if (status === 429) return explain('throttled', { title: 'Too many requests', what });
  if (status >= 500) return explain('service-trouble', { title: 'The service has trouble', what });
  return explain('unexpected-answer', { title: 'An answer makes no sense', what });
}
