import { randomBytes } from 'node:crypto';

/** Seconds that an access token lives. */
export const LIFETIME = 3599;

/** Times are in seconds since 1970. */
export interface TokenFrame {
  readonly iat: number;
  readonly nbf: number;
  readonly exp: number;
  readonly aio: string;
  readonly rh: string;
  readonly uti: string;
  readonly xms_ftd: string;
}

/** What every token of Entra holds, whoever it is for. `lifetime` is in seconds. */
export function tokenFrame(now: Date, lifetime = LIFETIME): TokenFrame {
  const seconds = Math.floor(now.getTime() / 1000);
  return {
    // Entra dates its tokens back by five minutes, against clocks that are slow.
    iat: seconds - 300,
    nbf: seconds - 300,
    exp: seconds + lifetime + 1,
    // Opaque to everyone but Entra; present because a reader of real tokens expects them.
    aio: opaque(33),
    rh: `1.A${opaque(60)}.`,
    uti: opaque(16),
    xms_ftd: opaque(40),
  };
}

function opaque(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
