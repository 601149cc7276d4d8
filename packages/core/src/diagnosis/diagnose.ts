import { InputProblems } from '../contract/input-problems.js';
import { ArcKeyUnreadable } from '../credentials/arc-challenge.js';
import { SecureFileRefused } from '../credentials/download-secure-file.js';
import { IdentityTokenRefused, IdentityTokenUnavailable } from '../credentials/identity-token.js';
import { ManagedIdentityRefused } from '../credentials/managed-identity.js';
import { EntraRefusal } from '../token/entra-refusal.js';
import { TokenUnfit } from '../token/token-unfit.js';
import { ApiRefusal } from '../token/verify-at-api.js';
import { DeadlinePassed } from '../transport/deadline-passed.js';
import { TransportFailure } from '../transport/transport-failure.js';
import { UnexpectedAnswer } from '../transport/unexpected-answer.js';
import { diagnoseApiRefusal } from './api-refusal.js';
import type { Diagnosis } from './diagnosis.js';
import { diagnoseRefusal } from './refusal.js';
import { diagnoseTransport } from './transport.js';
import { diagnoseUnknown } from './unknown.js';

/** Says what a failure was and what to do about it. */
export function diagnose(failure: unknown): Diagnosis {
  if (failure instanceof InputProblems) return diagnoseInputs(failure);
  if (failure instanceof EntraRefusal) return diagnoseRefusal(failure);
  if (failure instanceof IdentityTokenUnavailable) {
    return { title: 'No identity token', what: failure.why, fix: failure.fix, facts: [] };
  }
  if (failure instanceof IdentityTokenRefused) return diagnoseIdentityRefusal(failure);
  if (failure instanceof ManagedIdentityRefused) return diagnoseManagedIdentity(failure);
  if (failure instanceof ArcKeyUnreadable) return diagnoseArcKey(failure);
  if (failure instanceof SecureFileRefused) return diagnoseSecureFile(failure);
  if (failure instanceof TokenUnfit) return { title: 'The token is not good enough', ...pick(failure) };
  if (failure instanceof ApiRefusal) return diagnoseApiRefusal(failure);
  if (failure instanceof TransportFailure) return diagnoseTransport(failure);
  if (failure instanceof DeadlinePassed) {
    return {
      title: 'The step ran out of time',
      what: 'Nobody signed in before the step ran out of time.',
      fix: 'Run the job again and sign in while it waits, or raise the timeout.',
      facts: [],
    };
  }
  if (failure instanceof UnexpectedAnswer) return diagnoseUnexpectedAnswer(failure);
  return diagnoseUnknown(failure);
}

function diagnoseInputs({ problems }: InputProblems): Diagnosis {
  const sentences = problems.map(({ input, problem }) => `${input}: ${problem}`);
  return {
    title: problems.length === 1 ? 'An input is wrong' : `${problems.length} inputs are wrong`,
    what: sentences.join(' '),
    fix: '',
    facts: problems.map(({ input, problem }) => [input, problem]),
  };
}

function diagnoseIdentityRefusal({ host, status, detail }: IdentityTokenRefused): Diagnosis {
  return {
    title: 'The identity token was refused',
    what: `${host} refused to issue an identity token for this job (HTTP ${status}).`,
    fix: 'Check that the job may ask for one, and that the service connection, if one is named, exists and is authorised for this pipeline.',
    facts: [['Its words', detail || 'none']],
  };
}

function pick({ what, fix, facts }: TokenUnfit): Pick<Diagnosis, 'what' | 'fix' | 'facts'> {
  return { what, fix, facts };
}

function diagnoseManagedIdentity({ host, status, detail }: ManagedIdentityRefused): Diagnosis {
  return {
    title: 'The managed identity was refused',
    what: `The managed identity endpoint ${host} issued no token (HTTP ${status}).`,
    fix: 'Check that an identity is assigned to this machine, and name its client id if there are several.',
    facts: [['Its words', detail || 'none']],
  };
}

function diagnoseArcKey({ path }: ArcKeyUnreadable): Diagnosis {
  return {
    title: 'The managed identity was refused',
    what: `The key of Azure Arc's agent, ${path}, cannot be read by the user that runs this job.`,
    fix: "Add that user to the group 'himds' (on Windows 'Hybrid Agent Extension Applications'), and start the runner anew.",
    facts: [],
  };
}

function diagnoseSecureFile({ host, status }: SecureFileRefused): Diagnosis {
  return {
    title: 'The secure file was refused',
    what: `${host} did not hand out the secure file (HTTP ${status}).`,
    fix: 'Check that the file is in the library, and that this pipeline is permitted to use it.',
    facts: [],
  };
}

function diagnoseUnexpectedAnswer({ from, expected, status, contentType }: UnexpectedAnswer): Diagnosis {
  return {
    title: 'An answer makes no sense',
    what: `${from} answered without ${expected} (HTTP ${status}, ${contentType}).`,
    fix: 'Run the job again. If it stays so, something between the runner and that host answers in its place: ask who runs the proxy or firewall.',
    facts: [],
  };
}
