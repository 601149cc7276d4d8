import { editDistance } from './edit-distance.js';

/**
 * Finds what was probably meant: the one candidate with few characters to change.
 * @returns undefined when none is close, or several are equally so.
 */
export function closest(text: string, candidates: readonly string[]): string | undefined {
  const wanted = text.toLowerCase();
  const tolerated = Math.max(1, Math.floor(wanted.length / 4));
  const distances = candidates.map(candidate => ({
    candidate,
    distance: editDistance(wanted, candidate.toLowerCase()),
  }));
  const least = Math.min(...distances.map(({ distance }) => distance));
  const found = distances.filter(({ distance }) => distance === least && distance <= tolerated);
  return found.length === 1 ? found[0]?.candidate : undefined;
}

/** The same, or else the one candidate that holds the text. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const found = closest(text, candidates);
  if (found !== undefined || text.length < 3) return found;
  const holding = candidates.filter(candidate => candidate.toLowerCase().includes(text.toLowerCase()));
  return holding.length === 1 ? holding[0] : undefined;
}
