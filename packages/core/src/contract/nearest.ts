import { editDistance } from './edit-distance.js';

/**
 * Finds what was probably meant: the one candidate with the fewest characters to change, or that holds the text.
 * @returns undefined when none is near, or several are equally so.
 */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const wanted = text.toLowerCase();
  const tolerated = Math.max(1, Math.floor(wanted.length / 4));
  const distances = candidates.map(candidate => ({
    candidate,
    distance: editDistance(wanted, candidate.toLowerCase()),
  }));
  const least = Math.min(...distances.map(({ distance }) => distance));
  const closest = distances.filter(({ distance }) => distance === least && distance <= tolerated);
  if (closest.length > 0) return closest.length === 1 ? closest[0]?.candidate : undefined;
  const holding = wanted.length < 3 ? [] : candidates.filter(candidate => candidate.toLowerCase().includes(wanted));
  return holding.length === 1 ? holding[0] : undefined;
}
