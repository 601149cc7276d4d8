import { once } from 'node:events';
import { request } from 'node:https';
import { startEmulator } from '@entra-token/emulator';
import { expect, test } from '@jest/globals';

test('stall: the request arrives, no answer does, and the connection ends with the emulator', async () => {
  const { entra, caCertificate, close } = await startEmulator();
  entra.faults.next({ kind: 'stall' });
  const expectation = { headers: { Expect: '100-continue' } };
  const stalled = request(entra.origin, { ...expectation, ca: caCertificate, agent: false });
  stalled.end();
  const outcome = Promise.race([
    once(stalled, 'response').then(() => 'answered'),
    once(stalled, 'close').then(() => 'closed'),
  ]).catch((error: NodeJS.ErrnoException) => error.code);
  // Said when the request has arrived (RFC 9110, 10.1.1), so that the next one cannot meet its fault.
  await once(stalled, 'continue');
  const answered = request(entra.origin, { ca: caCertificate, agent: false }).end();
  await once(answered, 'response');
  expect(entra.requests.map(({ status }) => status)).toEqual([0, 404]);
  await close();
  expect(await outcome).toBe('ECONNRESET');
});
