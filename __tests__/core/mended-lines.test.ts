import { describe, expect, test } from '@jest/globals';
import { givenInputs } from '../../packages/core/src/contract/given-inputs.js';
import { InputProblems } from '../../packages/core/src/contract/input-problems.js';
import { parseTimeout } from '../../packages/core/src/contract/parse-timeout.js';
import { parseTokenRequest } from '../../packages/core/src/contract/parse-token-request.js';
import { recordingContext } from './recording-context.js';
import { recordingPlatform } from './recording-platform.js';

const right = {
  'tenant-id': 'contoso.com',
  'client-id': '66666666-7777-8888-9999-000000000000',
  scope: 'graph',
  'client-secret': 'a-secret-of-some-length',
};

/** The mended lines that the problems with these inputs come with. */
async function mended(inputs: Readonly<Record<string, string>>): Promise<string[]> {
  const platform = recordingPlatform({ ...right, ...inputs });
  const given = givenInputs(platform);
  parseTimeout(given);
  const problems = await parseTokenRequest(given, recordingContext(platform)).then(
    () => [],
    (error: unknown) => (error instanceof InputProblems ? error.problems : []),
  );
  return problems.map(({ mended: lines }) => lines ?? 'none');
}

describe('an input that is wrong is shown as it would be right', () => {
  test.each([
    [{ timeout: '2m' }, 'timeout: 120'],
    [{ timeout: '90 sec' }, 'timeout: 90'],
    [{ timeout: 'soon' }, 'none'],
    [{ 'min-lifetime': '1h' }, 'min-lifetime: 3600'],
    [{ 'job-summary': 'yes' }, 'job-summary: true'],
    [{ 'job-summary': '0' }, 'job-summary: false'],
    [{ 'job-summary': 'maybe' }, 'none'],
    [{ cloud: 'usgv' }, 'cloud: usgov'],
    [{ cloud: 'germany' }, 'none'],
    [{ credential: 'secret' }, 'credential: client-secret'],
    [{ 'authority-host': 'login.microsoftonline.us' }, 'authority-host: https://login.microsoftonline.us'],
    [{ 'authority-host': 'adfs.contoso.com:8443/adfs' }, 'authority-host: https://adfs.contoso.com:8443/adfs'],
    [{ 'authority-host': 'http://adfs.contoso.com/adfs' }, 'authority-host: https://adfs.contoso.com/adfs'],
    [{ 'verify-url': 'api.contoso.com/items' }, 'verify-url: https://api.contoso.com/items'],
    [{ 'authority-host': 'not a host' }, 'none'],
    [{ scope: 'https://graph.microsoft.com/User.Read' }, 'scope: https://graph.microsoft.com/.default'],
    [{ scope: 'graph arm' }, 'scope: |\n  graph\n  arm'],
    [{ scope: 'api://a/One api://a/Two' }, 'scope: |\n  api://a/One\n  api://a/Two'],
  ])('%j: %j', async (inputs, lines) => {
    expect(await mended(inputs)).toEqual([lines]);
  });
});
