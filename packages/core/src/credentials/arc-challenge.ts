import { readFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import type { Context } from '../context.js';
import { StepFailure } from '../diagnosis/step-failure.js';
import type { Platform } from '../platform.js';
import type { HttpRequest, HttpResponse } from '../transport/http.js';
import { UnexpectedAnswer } from '../transport/unexpected-answer.js';

/** Where Azure Arc's agent puts its keys; a challenge that names another file is somebody else's. */
export function arcKeyFolder(environment: Platform['environment']): string {
  const programData = environment['ProgramData'];
  return programData ? `${programData}\\AzureConnectedMachineAgent\\Tokens` : '/var/opt/azcmagent/tokens';
}

/**
 * Answers Azure Arc's challenge: it names a file that only the machine's privileged users can read, and wants its
 * content (https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication).
 * @param keyFolder where the file has to be.
 * @throws {UnexpectedAnswer} when the challenge names no such file.
 * @throws {StepFailure} when the file cannot be read.
 */
export async function answerArcChallenge(
  request: HttpRequest,
  challenge: HttpResponse,
  keyFolder: string,
  { send, mask }: Pick<Context, 'send' | 'mask'>,
): Promise<HttpResponse> {
  if (challenge.status !== 401) return challenge;
  const [, path] = /^Basic realm="?([^"]+)"?$/i.exec(challenge.headers['www-authenticate'] ?? '') ?? [];
  if (path === undefined || dirname(path) !== keyFolder || extname(path) !== '.key') {
    throw new UnexpectedAnswer(new URL(request.url).host, `a challenge that names a key in ${keyFolder}`, challenge);
  }
  const key = readKey(path);
  mask(key);
  return send({ ...request, headers: { ...request.headers, authorization: `Basic ${key}` } });
}

function readKey(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new StepFailure('arc-key-refused', { title: 'The managed identity was refused', facts: [['The key', path]] });
  }
}
