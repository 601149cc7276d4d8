/** Reads a JSON array of texts; empty where the text is none. */
export function parseList(text: string | undefined): string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(each => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
