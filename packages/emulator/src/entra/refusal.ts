/** How Entra answers a refusal on the wire: HTTP status, OAuth error, and whether a page about the code is linked. */
interface Shape {
  readonly status: number;
  readonly error: string;
  readonly linked: boolean;
}

const badRequest = (error: string, linked = true): Shape => ({ status: 400, error, linked });
const badClient: Shape = { status: 401, error: 'invalid_client', linked: true };

// The codes are listed at https://learn.microsoft.com/entra/identity-platform/reference-error-codes
const SHAPES = {
  28000: badRequest('invalid_request'),
  50012: badClient,
  50027: badRequest('invalid_request'),
  50049: badRequest('invalid_instance'),
  50194: badRequest('invalid_request'),
  70003: badRequest('unsupported_grant_type', false),
  70011: badRequest('invalid_scope'),
  70025: badClient,
  90002: badRequest('invalid_request'),
  500011: badRequest('invalid_resource'),
  501051: badRequest('invalid_grant'),
  501661: badRequest('invalid_request'),
  700016: badRequest('unauthorized_client'),
  700021: badClient,
  700023: badClient,
  700024: badClient,
  700027: badClient,
  700038: badRequest('unauthorized_client', false),
  700211: badClient,
  700212: badClient,
  700213: badClient,
  900023: badRequest('invalid_request'),
  900144: badRequest('invalid_request'),
  900561: { status: 405, error: 'invalid_request', linked: true },
  1002012: badRequest('invalid_scope'),
  5002738: badClient,
  7000112: badRequest('unauthorized_client'),
  7000215: badClient,
  7000216: badClient,
  7000222: badClient,
  7000229: badRequest('unauthorized_client'),
  7002138: badClient,
  9001023: badRequest('invalid_request'),
  9002313: badRequest('invalid_request'),
} satisfies Record<number, Shape>;

export type RefusalCode = keyof typeof SHAPES;

/** A request that Entra does not grant. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly shape: Shape;

  /**
   * @param code the number after `AADSTS`
   * @param text what happened, without code and identifiers
   */
  constructor(code: RefusalCode, text: string) {
    super(text);
    this.code = code;
    this.shape = SHAPES[code];
  }
}
