import type { Fault, LastingFault, RefusalFault } from './fault.js';

/** The script of what goes wrong with a site. */
export interface Faults {
  /** Adds faults for the requests to come, one for each. */
  next(...faults: readonly Fault[]): void;
  /** What goes wrong with each request that `next` has nothing for; nothing if undefined. */
  always(fault: LastingFault | undefined): void;
}

/** A script that is read as it is carried out. */
export class FaultScript implements Faults {
  readonly #queue: LastingFault[] = [];
  #always: LastingFault | undefined;

  next(...faults: readonly Fault[]): void {
    for (const fault of faults) {
      if (fault.kind !== 'propagation') this.#queue.push(fault);
      else this.#queue.push(...Array<RefusalFault>(fault.requests).fill(UNKNOWN_CREDENTIAL));
    }
  }

  always(fault: LastingFault | undefined): void {
    this.#always = fault;
  }

  /** The fault that the next request meets. */
  take(): LastingFault | undefined {
    return this.#queue.shift() ?? this.#always;
  }
}

// 400 and invalid_request, as recorded in https://github.com/Azure/azure-workload-identity/issues/616
const UNKNOWN_CREDENTIAL: RefusalFault = {
  kind: 'refusal',
  code: 70021,
  description: 'No matching federated identity record found for presented assertion.',
};
