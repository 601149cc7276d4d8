import type { TransportFailure, TransportFailureReason } from '../transport/transport-failure.js';
import type { Diagnosis } from './diagnosis.js';

const explanations: Readonly<Record<TransportFailureReason, { readonly what: string; readonly fix: string }>> = {
  'not-https': {
    what: 'was to be asked without TLS',
    fix: 'Give an address that begins with https://.',
  },
  'name-not-resolved': {
    what: 'cannot be found by name',
    fix: 'Check the host name, and the DNS of the machine that runs the job.',
  },
  'not-connected': {
    what: 'cannot be reached',
    fix: 'Allow the machine that runs the job to connect to this host.',
  },
  'certificate-not-trusted': {
    what: 'presented a certificate that this machine does not trust',
    fix: "If the network inspects TLS, or the host has a CA of its own, name that CA's PEM file in NODE_EXTRA_CA_CERTS.",
  },
  'attempt-timeout': {
    what: 'gave no answer in time',
    fix: 'Check that the machine that runs the job can reach this host; a firewall may drop what is sent.',
  },
  'proxy-not-connected': {
    what: 'is the proxy that this machine is told to use, and cannot be reached',
    fix: 'Correct the proxy settings of the machine (HTTPS_PROXY, or those of the agent), or except the host in NO_PROXY.',
  },
  'proxy-refused': {
    what: 'is the proxy that this machine is told to use, and refused to connect. Entra was not asked',
    fix: 'For HTTP 407, put the user name and password into the proxy settings; else ask who runs the proxy to allow the host.',
  },
  deadline: {
    what: 'gave no answer before the step ran out of time',
    fix: 'Check that the machine that runs the job can reach this host, or raise the timeout.',
  },
  'answer-too-large': {
    what: 'sent an answer that is too large to be a token',
    fix: 'Check the host name, and whether a proxy answers in its place.',
  },
  'connection-lost': {
    what: 'broke the connection off',
    fix: 'Run the job again. If it stays so, ask who runs the proxy or firewall in between.',
  },
};

/** Says why there was no answer, and keeps it apart from a refusal. */
export function diagnoseTransport({ reason, host, detail }: TransportFailure): Diagnosis {
  const { what, fix } = explanations[reason];
  return { title: 'No answer', what: `${host} ${what}.`, fix, facts: [['Reported as', detail]] };
}
