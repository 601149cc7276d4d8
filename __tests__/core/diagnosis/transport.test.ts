import { describe, expect, test } from '@jest/globals';
import { diagnoseUnexpectedAnswer } from '../../../packages/core/src/diagnosis/transport.js';
import { UnexpectedAnswer } from '../../../packages/core/src/transport/unexpected-answer.js';
import { response } from '../recording-context.js';

describe('an answer that is neither a token nor a refusal', () => {
  test.each([
    [429, 'throttled'],
    [500, 'service-trouble'],
    [502, 'service-trouble'],
    [503, 'service-trouble'],
    [200, 'unexpected-answer'],
    [302, 'unexpected-answer'],
    [404, 'unexpected-answer'],
  ])('%i is %s', (status, anchor) => {
    const page = response(status, '<html></html>', { 'content-type': 'text/html' });
    const diagnosis = diagnoseUnexpectedAnswer(new UnexpectedAnswer('login.example', 'a token', page));
    expect(diagnosis.known?.anchor).toBe(anchor);
    expect(diagnosis.what).toBe(`login.example answered without a token (HTTP ${status}, text/html).`);
  });
});
