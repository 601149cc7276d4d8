/** Whether a text begins and ends with the same quotation mark, as when it was copied out of a file with them. */
export function isQuoted(text: string): boolean {
  return /^(["'`])[\s\S]*\1$/.test(text.trim()) && text.trim().length > 1;
}
