import { asText } from '../../syntax/json-fields.ts';
import type { XmlElement } from '../../syntax/xml.ts';

/** A message in its JSON mapping as the element that it maps: lists are repeated children, `@` begins an attribute. */
export function elementOf(name: string, value: unknown): XmlElement {
  const element = { name, attributes: null, start: 0, end: 0 };
  if (typeof value !== 'object' || value === null)
    return { ...element, children: [], text: asText(value) ?? '' };
  const children = Object.entries(value).flatMap(([key, child]) => {
    if (key.startsWith('@')) return [];
    const local = key.replace(/^.*:/, '');
    return (Array.isArray(child) ? (child as unknown[]) : [child]).map((one) => elementOf(local, one));
  });
  return { ...element, children, text: '' };
}
