/** What befalls an answer on its way. */
export type Delivery =
  /** The connection is reset before any of it is sent. */
  | { readonly kind: 'reset' }
  /** Nothing is ever sent, and the connection stays open. */
  | { readonly kind: 'stall' }
  /** The head at once, the body at this pace. */
  | { readonly kind: 'drip'; readonly bytesPerSecond: number }
  /** The body ends, with the connection, after so many bytes; half of it if unset. Its whole length was announced. */
  | { readonly kind: 'truncate'; readonly bytes: number | undefined };
