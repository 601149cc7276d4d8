import { countOf } from '../report/count-of.js';
import type { RefusalDetails } from '../token/entra-refusal.js';
import type { PresentedAssertion } from '../token/presented-assertion.js';

/** Less than this may be the network, and Entra lets it pass. */
const noticeableSeconds = 120;

/**
 * What the clocks say about an assertion that Entra found outside its validity, as sentences.
 * @param now the time of this machine, right after Entra's answer.
 */
export function clockEvidence(
  { timestamp }: RefusalDetails,
  assertion: PresentedAssertion | undefined,
  now: Date,
): string[] {
  const entra = new Date(timestamp ?? Number.NaN);
  if (Number.isNaN(entra.getTime())) return [];
  const sentences = [];
  const behind = secondsBetween(now, entra);
  if (Math.abs(behind) >= noticeableSeconds) {
    const direction = behind > 0 ? 'behind' : 'ahead of';
    sentences.push(
      `The clock of this machine is ${minutes(behind)} ${direction} Entra's: ${clock(now)} here, ${clock(entra)} there.`,
    );
  }
  const age = assertion?.expiresOn ? secondsBetween(assertion.expiresOn, entra) : 0;
  if (assertion?.expiresOn && age >= 0) {
    sentences.push(`The presented assertion had expired at ${clock(assertion.expiresOn)}, ${minutes(age)} before.`);
  }
  return sentences;
}

function secondsBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}

function minutes(seconds: number): string {
  return countOf(Math.round(Math.abs(seconds) / 60), 'minute');
}

function clock(time: Date): string {
  return `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
