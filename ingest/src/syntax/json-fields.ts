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
    const text = asText(object[name]);
    if (text !== null) return text;
  }
  return null;
}

/** One value as text, as `textOf` has it. */
export function asText(value: unknown): string | null {
  if (typeof value === 'string') {
    const trimmed = value.trim();
    return trimmed === '' ? null : trimmed;
  }
  return typeof value === 'number' ? String(value) : null;
}

/** The texts of a list, or the one text that stands where a list may. */
export function textsOf(value: unknown): string[] {
  const texts: string[] = [];
  for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
    const text = asText(item);
    if (text !== null) texts.push(text);
  }
  return texts;
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** A finite number, written with or without quotes; null when there is none. */
export function numberOf(object: JsonObject | null, ...names: readonly string[]): number | null {
  if (!object) return null;
  for (const name of names) {
    const value = object[name];
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (typeof value === 'string' && value.length <= 40 && DECIMAL.test(value.trim())) return Number(value);
  }
  return null;
}
