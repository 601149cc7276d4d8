/** How Entra answers a refusal on the wire: HTTP status, OAuth error, and whether a page about the code is linked. */
export interface Shape {
  readonly status: number;
  readonly error: string;
  readonly linked: boolean;
  /** What MSAL tells apart whether a user has to do something. */
  readonly suberror?: string;
}

const badRequest = (error: string, linked = true): Shape => ({ status: 400, error, linked });
const badGrant = (suberror?: string): Shape => ({
  ...badRequest('invalid_grant'),
  ...(suberror !== undefined && { suberror }),
});
const badClient: Shape = { status: 401, error: 'invalid_client', linked: true };

// The codes are listed at https://learn.microsoft.com/entra/identity-platform/reference-error-codes
const SHAPES = {
  28000: badRequest('invalid_request'),
  50012: badClient,
  50013: badGrant(),
  50027: badRequest('invalid_request'),
  50034: badGrant(),
  50049: badRequest('invalid_instance'),
  50053: badGrant(),
  50055: badGrant('user_password_expired'),
  50057: badGrant(),
  50076: badGrant('basic_action'),
  50126: badGrant(),
  50194: badRequest('invalid_request'),
  65001: badGrant('consent_required'),
  65004: badRequest('authorization_declined'),
  70000: badGrant(),
  70003: badRequest('unsupported_grant_type', false),
  70011: badRequest('invalid_scope'),
  70016: badRequest('authorization_pending'),
  70018: badRequest('bad_verification_code'),
  70020: badRequest('expired_token'),
  70025: badClient,
  90002: badRequest('invalid_request'),
  240002: badGrant(),
  500011: badRequest('invalid_resource'),
  500131: badGrant(),
  500133: badGrant(),
  501051: badRequest('invalid_grant'),
  501661: badRequest('invalid_request'),
  700016: badRequest('unauthorized_client'),
  700021: badClient,
  700023: badClient,
  700024: badClient,
  700025: badClient,
  700027: badClient,
  700038: badRequest('unauthorized_client', false),
  700082: badGrant(),
  700211: badClient,
  700212: badClient,
  700213: badClient,
  700222: badClient,
  650053: badRequest('invalid_client'),
  900023: badRequest('invalid_request'),
  900144: badRequest('invalid_request'),
  900561: { status: 405, error: 'invalid_request', linked: true },
  1002012: badRequest('invalid_scope'),
  5002738: badClient,
  7000112: badRequest('unauthorized_client'),
  7000114: badGrant(),
  7000215: badClient,
  7000216: badClient,
  7000218: badClient,
  7000222: badClient,
  7000229: badRequest('unauthorized_client'),
  7002138: badClient,
  9001023: badRequest('invalid_request'),
  9002313: badRequest('invalid_request'),
} satisfies Record<number, Shape>;

export type RefusalCode = keyof typeof SHAPES;

/** The shape of any code; one that the emulator never refuses with itself is answered as a bad request. */
export function shapeOf(code: number): Shape {
  const known: Readonly<Record<number, Shape>> = SHAPES;
  return known[code] ?? badRequest('invalid_request');
}

/** A request that Entra does not grant. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly shape: Shape;

  /**
   * @param code the number after `AADSTS`
   * @param text what happened, without code and identifiers
   * @param error the OAuth error, where the code comes with another one than it mostly does
   */
  constructor(code: RefusalCode, text: string, error?: string) {
    super(text);
    this.code = code;
    this.shape = error === undefined ? SHAPES[code] : { ...SHAPES[code], error };
  }
}
