import fc from 'fast-check';

/** One change to some bytes: what stands there is left out, and others put in its place. */
interface Edit {
  /** Counted round and round, so that any number is a place. */
  readonly place: number;
  readonly removed: number;
  readonly inserted: Uint8Array;
}

const one = fc.constant(1);
const none = fc.constant(new Uint8Array());
const place = fc.nat({ max: 10_000 });

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ place, removed: one, inserted: fc.uint8Array({ minLength: 1, maxLength: 1, size: 'max' }) }),
  fc.record({ place, removed: fc.integer({ min: 1, max: 20 }), inserted: none }),
  fc.record({ place, removed: fc.constant(0), inserted: fc.uint8Array({ minLength: 1, maxLength: 8, size: 'max' }) }),
  fc.record({ place, removed: fc.constant(10_000), inserted: none }),
);

/** One to three small damages: a byte changed, bytes lost, bytes added, the end cut off. */
export const damages = fc.array(edit, { minLength: 1, maxLength: 3, size: 'max' });

/** The bytes with the damage done. */
export function damaged(bytes: Buffer, edits: readonly Edit[]): Buffer {
  return edits.reduce((rest, { place, removed, inserted }) => {
    const start = place % (rest.length + 1);
    return Buffer.concat([rest.subarray(0, start), inserted, rest.subarray(start + removed)]);
  }, bytes);
}
