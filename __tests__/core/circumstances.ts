import type { Circumstances } from '../../packages/core/src/diagnosis/circumstances.js';

/** A run about which nothing is remarkable. */
export const ordinary: Circumstances = { suspicions: [], now: new Date('2026-11-22T10:00:00Z') };
