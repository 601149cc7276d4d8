/** A number and what it counts: `1 second`, `2 seconds`. */
export function countOf(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
