import { describe, expect, test } from '@jest/globals';
import { useEmulator } from './running-emulator.js';
import { postForm, refusalOf, requestToken } from './token-request.js';

const running = useEmulator();

describe('a client secret', () => {
  test('in the form brings a token', async () => {
    const { status, body } = await requestToken(running(), { client_secret: running().sample.clientSecret });
    expect(status).toBe(200);
    expect(body).toEqual({
      token_type: 'Bearer',
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: expect.any(String),
    });
    expect(running().emulator.issued.accessTokens).toContain(body['access_token']);
  });

  test('in the Authorization header brings a token', async () => {
    const { emulator, sample } = running();
    const pair = [sample.clientId, sample.clientSecret].map(encodeURIComponent).join(':');
    const { status } = await postForm(
      emulator,
      sample.tenantId,
      { grant_type: 'client_credentials', scope: sample.scope },
      { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
    );
    expect(status).toBe(200);
  });

  test('that is wrong is refused', async () => {
    const answer = await requestToken(running(), { client_secret: 'wrong' });
    expect(refusalOf(answer)).toEqual({ status: 401, error: 'invalid_client', codes: [7000215] });
    expect(answer.body['error_description']).toContain(running().sample.clientId);
  });

  test('that has expired is refused', async () => {
    running().sample.application.secrets.push({ value: 'old', expiresOn: new Date(Date.now() - 1000) });
    const answer = await requestToken(running(), { client_secret: 'old' });
    expect(refusalOf(answer)).toEqual({ status: 401, error: 'invalid_client', codes: [7000222] });
  });

  test.each([undefined, ''])('that is missing (%p) is refused', async client_secret => {
    const answer = await requestToken(running(), { client_secret });
    expect(refusalOf(answer)).toEqual({ status: 401, error: 'invalid_client', codes: [7000216] });
  });

  test('beside an assertion is refused', async () => {
    const answer = await requestToken(running(), {
      client_secret: running().sample.clientSecret,
      client_assertion: 'any',
    });
    expect(refusalOf(answer)).toEqual({ status: 400, error: 'invalid_request', codes: [9002313] });
  });
});
