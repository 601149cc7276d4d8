/** How often a property is tried: a few hundred times with the other tests, many more by `pnpm fuzz`. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 200);

/**
 * Parameters for `fc.assert`.
 * @param slowness one run in so many is made of a property whose cases take longer.
 */
export function fuzzRuns(slowness = 1): { numRuns: number } {
  return { numRuns: Math.ceil(runs / slowness) };
}
