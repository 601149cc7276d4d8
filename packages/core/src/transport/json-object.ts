/** A JSON object from outside: nothing is known about its values yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads a text that should be a JSON object; undefined when it is anything else. */
export function parseJsonObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property that should be a text that says something; undefined when it is anything else. */
export function textOf(object: JsonObject, property: string): string | undefined {
  const value = object[property];
  return typeof value === 'string' && value.length > 0 ? value : undefined;
}
