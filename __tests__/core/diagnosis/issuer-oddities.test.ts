import { expect, test } from '@jest/globals';
import { issuerOddities } from '../../../packages/core/src/diagnosis/federation/issuer-oddities.js';
import { githubClaims, presented } from './presented.js';

test.each([
  ['https://token.actions.githubusercontent.com', []],
  ['https://token.actions.githubusercontent.com/', []],
  ['https://vstoken.dev.azure.com/11111111-2222-3333-4444-555555555555', []],
  [
    'https://github.contoso.example/_services/token',
    [
      'The issuer is the GitHub Enterprise Server github.contoso.example: Entra has to reach it over the internet to read its keys.',
    ],
  ],
  [
    'https://token.actions.contoso.ghe.com',
    ['The issuer is that of a GitHub with data residency (token.actions.contoso.ghe.com), and not that of github.com.'],
  ],
  [
    'https://token.actions.githubusercontent.com/contoso-group',
    ["The issuer ends with the name of the enterprise, 'contoso-group': one without it does not match."],
  ],
  ['no address', []],
  ['', []],
])('%j', (iss, sentences) => {
  expect(issuerOddities(presented({ ...githubClaims, iss }))).toEqual(sentences);
});

test.each([
  [
    'sc://contoso/inventory/production',
    [
      "The service connection still uses the issuer that Azure DevOps retires on 2027-07-01 (for apps of a single tenant in the public cloud). Once it is converted ('Update' on its page), issuer and subject are others.",
    ],
  ],
  ['p://contoso/inventory/deploy', []],
  ['/eid1/c/pub/t/hM4TKO_d5U6/a/cN_tnO0x0ku/sc/contoso/production', []],
])('the issuer of %s', (sub, sentences) => {
  const iss = 'https://vstoken.dev.azure.com/11111111-2222-3333-4444-555555555555';
  expect(issuerOddities(presented({ iss, sub }))).toEqual(sentences);
});
