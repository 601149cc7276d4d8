import { InputProblems } from '@entra-token/core';
import { describe, expect, test } from '@jest/globals';
import type { Suspicion } from '../../../packages/core/src/contract/suspicions.js';
import { diagnose } from '../../../packages/core/src/diagnosis/diagnose.js';
import { GaveUp } from '../../../packages/core/src/retry/gave-up.js';
import { EntraRefusal } from '../../../packages/core/src/token/entra-refusal.js';
import { ordinary } from '../circumstances.js';
import { refusalDetails } from './refusal-details.js';

const wrongSecret = new EntraRefusal(refusalDetails({ codes: [7000215] }), {
  application: {
    authority: { cloud: 'public', url: 'https://login.microsoftonline.com/contoso.com' },
    clientId: '66666666-7777-8888-9999-000000000000',
  },
  scope: 'api://inventory/.default',
  correlationId: '0e107ea6-1d9f-49c8-a22f-8d4aa793ad00',
  assertion: undefined,
});

function suspicion(special: Partial<Suspicion>): Suspicion {
  return { explains: ['wrong-secret'], sentence: 'It is odd.', isLikely: true, ...special };
}

function diagnosed(...suspicions: Suspicion[]) {
  return diagnose(wrongSecret, { ...ordinary, suspicions });
}

describe('a suspicion', () => {
  test('is told where it explains the failure', () => {
    expect(diagnosed(suspicion({ mended: 'tenant-id: contoso.com' }))).toMatchObject({
      likely: 'It is odd.',
      mended: 'tenant-id: contoso.com',
      remarks: [],
    });
  });

  test('is not told of another failure', () => {
    expect(diagnosed(suspicion({ explains: ['tenant-not-found'], mended: 'x' }))).toMatchObject({
      likely: undefined,
      mended: undefined,
      remarks: [],
    });
  });

  test('that is only worth knowing is no likely cause', () => {
    const remark = suspicion({ sentence: 'By the way.', isLikely: false });
    expect(diagnosed(remark)).toMatchObject({ likely: undefined, remarks: ['By the way.'] });
    expect(diagnosed(remark, suspicion({}), suspicion({ sentence: 'More.' }))).toMatchObject({
      likely: 'It is odd.',
      remarks: ['More.', 'By the way.'],
    });
  });
});

describe('inputs that are wrong', () => {
  const scope = { input: 'scope', problem: 'is missing.' };
  const cloud = { input: 'cloud', problem: "is 'publik'.", mended: 'cloud: public' };

  test('one is told whole by the annotation', () => {
    expect(diagnose(new InputProblems([cloud]), ordinary)).toMatchObject({
      title: 'An input is wrong',
      what: "cloud: is 'publik'.",
      fix: '',
      facts: [],
      mended: 'cloud: public',
    });
  });

  test('several are listed, with all that is known to be right', () => {
    const timeout = { input: 'timeout', problem: "is '1m'.", mended: 'timeout: 60' };
    expect(diagnose(new InputProblems([scope, cloud, timeout]), ordinary)).toMatchObject({
      title: '3 inputs are wrong',
      what: "scope: is missing. cloud: is 'publik'. timeout: is '1m'.",
      facts: [
        ['scope', 'is missing.'],
        ['cloud', "is 'publik'."],
        ['timeout', "is '1m'."],
      ],
      mended: 'cloud: public\ntimeout: 60',
    });
  });

  test('nothing is mended that nobody knows', () => {
    expect(diagnose(new InputProblems([scope]), ordinary).mended).toBeUndefined();
  });
});

test('what was given up is the failure itself, and how often it was tried', () => {
  const given = new GaveUp(wrongSecret, 5, 15, 'It was tried 5 times.');
  const diagnosis = diagnose(given, { ...ordinary, suspicions: [suspicion({})] });
  expect(diagnosis).toMatchObject({
    title: 'Entra refused: AADSTS7000215',
    what: 'The client secret is wrong. It was tried 5 times.',
    likely: 'It is odd.',
  });
  expect(diagnosis.facts.at(-1)).toEqual(['Attempts', '5 in 15 seconds']);
});
