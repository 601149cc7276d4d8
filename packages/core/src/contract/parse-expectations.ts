import type { GivenInputs } from './given-inputs.js';
import { parseHttpsAddress } from './parse-https-address.js';
import { inSeconds, parseSeconds } from './seconds.js';
import type { Expectations } from './token-request.js';

/** Reads what the tokens must be good for. */
export function parseExpectations(given: GivenInputs): Expectations {
  const verifyAt = given.value('verify-url');
  return {
    audience: given.value('require-audience') || undefined,
    roles: given
      .value('require-roles')
      .split(/[\s,]+/)
      .filter(Boolean),
    minLifetimeSeconds: parseMinLifetime(given),
    verifyUrl:
      verifyAt === '' ? undefined : parseHttpsAddress(given, 'verify-url', verifyAt, 'https://api.example.com/')?.href,
  };
}

function parseMinLifetime(given: GivenInputs): number {
  const text = given.value('min-lifetime') || '0';
  const seconds = parseSeconds(text);
  if (seconds === undefined) given.report('min-lifetime', `is '${text}', and takes whole seconds.`, inSeconds(text));
  return seconds ?? 0;
}
