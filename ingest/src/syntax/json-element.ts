import { asText } from './json-fields.ts';
import type { XmlElement } from './xml.ts';

/**
 * JSON that maps an XML vocabulary (of customs, JSON-LD of UN/CEFACT) as the elements that it maps, so that one reader
 * serves both: lists are repeated children, names lose their prefix, `@value` is the text, `@id` a child `id` where there is
 * none, any other `@…` an attribute. Depth is that of the JSON, which its scan has bounded.
 */
export function elementOf(name: string, value: unknown): XmlElement {
  if (typeof value !== 'object' || value === null)
    return { name, attributes: null, children: [], text: asText(value) ?? '', start: 0, end: 0 };
  const children: XmlElement[] = [];
  const attributes: Record<string, string> = {};
  for (const [key, child] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    if (key.startsWith('@')) {
      const text = asText(child);
      if (text !== null) attributes[key.slice(1)] = text;
      continue;
    }
    const local = key.slice(key.lastIndexOf(':') + 1);
    for (const one of Array.isArray(child) ? (child as unknown[]) : [child])
      children.push(elementOf(local, one));
  }
  const id = attributes['id'];
  if (id !== undefined && !children.some((child) => child.name.toLowerCase() === 'id'))
    children.push(elementOf('id', id));
  return { name, attributes, children, text: attributes['value'] ?? '', start: 0, end: 0 };
}
