import type { TransportFailureReason } from '../../transport/transport-failure.js';
import type { CatalogueEntry } from './entry.js';

const selfHosted = 'https://docs.github.com/actions/reference/runners/self-hosted-runners';
const agentProxy = 'https://learn.microsoft.com/azure/devops/pipelines/agents/proxy';
const nodeTls = 'https://nodejs.org/api/cli.html#node_extra_ca_certsfile';

/** What goes wrong between this machine and a server. */
export const network = {
  'not-https': {
    meaning: '{host} was to be asked without TLS.',
    causes: ['An address begins with http://.'],
    fix: 'Give an address that begins with https://.',
    who: 'you',
    waiting: 'no',
    source: 'https://www.rfc-editor.org/rfc/rfc6749#section-3.2',
  },
  'name-not-resolved': {
    meaning: '{host} cannot be found by name.',
    causes: ['The host name has a typing error.', "The machine's DNS does not know names of the internet."],
    fix: 'Check the host name, and the DNS of the machine that runs the job.',
    who: 'network',
    waiting: 'passes',
    source: selfHosted,
  },
  'not-connected': {
    meaning: '{host} cannot be reached.',
    causes: ['A firewall does not let this machine out, or only by a proxy that it was not told.'],
    fix: 'Allow the machine that runs the job to connect to this host.',
    who: 'network',
    waiting: 'passes',
    source: selfHosted,
  },
  'certificate-not-trusted': {
    meaning: '{host} presented a certificate that this machine does not trust.',
    causes: ['The network inspects TLS with a CA of its own.', 'The host has a certificate of a private CA.'],
    fix: "If the network inspects TLS, or the host has a CA of its own, name that CA's PEM file in NODE_EXTRA_CA_CERTS.",
    who: 'network',
    waiting: 'no',
    source: nodeTls,
  },
  'attempt-timeout': {
    meaning: '{host} gave no answer in time.',
    causes: ['A firewall drops what is sent, instead of refusing it.'],
    fix: 'Check that the machine that runs the job can reach this host; a firewall may drop what is sent.',
    who: 'network',
    waiting: 'passes',
    source: selfHosted,
  },
  deadline: {
    meaning: '{host} gave no answer before the step ran out of time.',
    causes: ['The host is slow or out of reach, or the input timeout is short.'],
    fix: 'Check that the machine that runs the job can reach this host, or raise the timeout.',
    who: 'network',
    waiting: 'later',
    source: selfHosted,
  },
  'connection-lost': {
    meaning: '{host} broke the connection off.',
    causes: ['A proxy or firewall in between closed it.'],
    fix: 'Run the job again. If it stays so, ask who runs the proxy or firewall in between.',
    who: 'network',
    waiting: 'passes',
    source: selfHosted,
  },
  'answer-too-large': {
    meaning: '{host} sent an answer that is too large to be a token.',
    causes: ['Something else answers in place of the host.'],
    fix: 'Check the host name, and whether a proxy answers in its place.',
    who: 'network',
    waiting: 'no',
    source: selfHosted,
  },
  'proxy-not-connected': {
    meaning: '{host} is the proxy that this machine is told to use, and cannot be reached.',
    causes: ['HTTPS_PROXY, or the proxy of the agent, holds a wrong or an old address.'],
    fix: 'Correct the proxy settings of the machine (HTTPS_PROXY, or those of the agent), or except the host in NO_PROXY.',
    who: 'network',
    waiting: 'passes',
    source: agentProxy,
  },
  'proxy-refused': {
    meaning: '{host} is the proxy that this machine is told to use, and refused to connect. Entra was not asked.',
    causes: ['The proxy wants a user name and password (407), or does not allow the host (403).'],
    fix: 'For HTTP 407, put the user name and password into the proxy settings; else ask who runs the proxy to allow the host.',
    who: 'network',
    waiting: 'no',
    source: agentProxy,
  },
  'unexpected-answer': {
    meaning: '{host} answered with something that makes no sense there.',
    causes: ['A proxy, a firewall or a sign-in page of the network answers in place of the host.'],
    fix: 'Run the job again. If it stays so, something between the runner and that host answers in its place: ask who runs the proxy or firewall.',
    who: 'network',
    waiting: 'passes',
    source: selfHosted,
  },
} as const satisfies Readonly<Record<TransportFailureReason | 'unexpected-answer', CatalogueEntry>>;
