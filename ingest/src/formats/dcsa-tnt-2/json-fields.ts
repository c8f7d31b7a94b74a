/** Narrow reading of parsed JSON: whatever is not what it should be is null. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function asObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** The objects of a list; anything else in it is left out. */
export function objectsOf(value: unknown): JsonObject[] {
  const objects: JsonObject[] = [];
  if (!Array.isArray(value)) return objects;
  for (const item of value) {
    const object = asObject(item);
    if (object) objects.push(object);
  }
  return objects;
}

/** Text without blanks at its ends, null when nothing is left. Numbers too: senders forget the quotes of an IMO number. */
export function textOf(object: JsonObject | null, ...names: readonly string[]): string | null {
  if (!object) return null;
  for (const name of names) {
    const value = object[name];
    if (typeof value === 'string') {
      const trimmed = value.trim();
      if (trimmed !== '') return trimmed;
    } else if (typeof value === 'number') {
      return String(value);
    }
  }
  return null;
}
