import type { Answer, Call } from '../http/exchange.js';
import { KEY_REQUEST_HEADER } from '../http/key-request.js';
import { answerFault } from './answer-fault.js';
import type { FaultScript } from './fault-script.js';

/** A site's handler, with the faults of a script before it. The emulator's own requests for keys meet none. */
export function withFaults(
  script: FaultScript,
  clock: () => Date,
  handle: (call: Call) => Answer | Promise<Answer>,
): (call: Call) => Promise<Answer> {
  return async call => {
    const fault = KEY_REQUEST_HEADER in call.headers ? undefined : script.take();
    return fault === undefined ? handle(call) : answerFault(fault, { call, handle, now: clock() });
  };
}
