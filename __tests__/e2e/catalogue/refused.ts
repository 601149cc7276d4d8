import { type Anchor, known } from '../../../packages/core/src/diagnosis/catalogue/catalogue.js';
import { bothPlatforms, type Case, type Failing, type Prepare, type Way } from './way.js';

/** A code that the catalogue does not know, so that the OAuth error decides. */
const unlistedCode = 9999999;

/**
 * Has Entra refuse with every code of an entry, and with every OAuth error that means the same: the first code on both
 * platforms, the others on one of them in turn.
 * @param mistakes what makes the emulator refuse by itself with a code; a fault does so with the others.
 */
export function refused(anchor: Anchor, proof: Prepare, mistakes: Readonly<Record<number, Prepare>> = {}): Way {
  const { codes = [], errors = [], waiting } = known(anchor);
  const withFault =
    (code: number, error?: string): Prepare =>
    async (world, platform) => {
      const given = await proof(world, platform);
      const entra = { kind: 'refusal', code, ...(error === undefined ? {} : { error }) } as const;
      const refusal: Failing = { ...given, faults: { entra } };
      return waiting === 'passes' ? soon(refusal) : refusal;
    };
  const byCode = codes.map(code => ({ name: `AADSTS${code}`, code, prepare: mistakes[code] ?? withFault(code) }));
  const byError = errors.map(error => ({ name: error, code: unlistedCode, prepare: withFault(unlistedCode, error) }));
  const [first, ...others] = [...byCode, ...byError];
  if (!first) throw new Error(`${anchor} has neither codes nor errors`);
  return [{ ...first, platforms: bothPlatforms }, ...others.map(inTurn)];
}

/** Has a step give up soon, where it would go on for long. */
export function soon(failing: Failing): Failing {
  return { ...failing, inputs: { ...failing.inputs, timeout: '2' } };
}

function inTurn(each: Omit<Case, 'platforms'>, index: number): Case {
  return { ...each, platforms: [index % 2 === 0 ? 'azure-pipelines' : 'github-actions'] };
}
