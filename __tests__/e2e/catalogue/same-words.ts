import { inputs, type PlatformName, spell } from '@entra-token/core';
import type { KnownFailure } from '../../../packages/core/src/diagnosis/catalogue/catalogue.js';
import type { FailureDetails } from './failure-details.js';

/** Values that are others on every platform, whatever the failure. */
const ownValues = ['Presented issuer', 'Presented subject', 'Its words', 'Attempts'];

/**
 * The details of a failure without what differs between two runs, and between the platforms by design: how inputs are
 * spelled, ids, ports, times, and what the platform itself presents and says.
 */
export function comparable(details: FailureDetails, { presented }: KnownFailure, platform: PlatformName): string {
  const facts = [...details.facts].map(([label, value]) => `${label}: ${ownValues.includes(label) ? '…' : value}`);
  // What is odd about an identity is said of the one that the platform gave.
  const seen = presented && details.seen.length > 0 ? ['…'] : details.seen;
  const keys = details.credential === '' ? [] : Object.keys(JSON.parse(details.credential));
  const { title, causes, mended, command } = details;
  const text = [title, ...seen, ...causes, mended, ...facts, ...keys, command].join('\n');
  return spelledAlike(text, platform)
    .replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '<id>')
    .replace(/(localhost|127\.0\.0\.1):\d+/g, '$1:<port>')
    .replace(/\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d/g, '<time>');
}

function spelledAlike(text: string, platform: PlatformName): string {
  return inputs.reduce(
    (spelled, { name }) => spelled.replace(new RegExp(`\\b${spell(name, platform)}\\b`, 'g'), name),
    text,
  );
}
