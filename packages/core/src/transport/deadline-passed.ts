/** The step ran out of time while it waited for somebody. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}
