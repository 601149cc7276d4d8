import { type InputDeclaration, inputs, outputs, spell } from '@entra-token/core';
import { describe, expect, test } from '@jest/globals';

const declared: readonly InputDeclaration[] = inputs;

describe('names', () => {
  test.each([...inputs, ...outputs].map(({ name }) => name))('%s can be spelled on both platforms', name => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    // What the agent takes for the name of an output variable.
    expect(spell(name, 'azure-pipelines')).toMatch(/^[a-z][A-Za-z0-9]*$/);
    expect(spell(name, 'github-actions')).toBe(name);
  });

  test('are all different', () => {
    expect(new Set(inputs.map(({ name }) => name)).size).toBe(inputs.length);
    expect(new Set(outputs.map(({ name }) => name)).size).toBe(outputs.length);
  });
});

describe('inputs', () => {
  test.each(declared.map(input => [input.name, input] as const))(
    '%s has help and a default that it takes',
    (_name, input) => {
      expect(input.help).toMatch(/\.$/);
      if (input.choices && input.default !== undefined) {
        expect(input.choices.map(({ value }) => value)).toContain(input.default);
      }
    },
  );

  test('no secret has a default or a variable to fall back to', () => {
    const secrets = declared.filter(({ secret }) => secret);
    expect(secrets.length).toBeGreaterThan(0);
    for (const input of secrets) {
      expect(input.default).toBeUndefined();
      expect(input.environmentVariable).toBeUndefined();
    }
  });
});

test('every output that holds a token is marked secret', () => {
  const tokenOutputs = outputs.filter(({ name }) => /access-token|header/.test(name));
  expect(tokenOutputs.map(({ secret }) => secret)).toEqual([true, true, true]);
});
