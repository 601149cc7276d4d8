/** One scope to get a token for. */
export interface ScopeRequest {
  /** Given as `name=scope`, or an alias; it gets an output of its own. */
  readonly name: string | undefined;
  /** As the user wrote it, without the name. */
  readonly written: string;
  /** As Entra is asked for it. */
  readonly value: string;
}

/** The key of the scope's token in the `access-tokens` output. */
export function scopeKey(scope: ScopeRequest): string {
  return scope.name ?? scope.written;
}
