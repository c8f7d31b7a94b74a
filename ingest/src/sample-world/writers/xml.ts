import { text, type Written } from './written.ts';

/** An element: name, then text, or children. Children that are null are left out. */
export type Element = readonly [name: string, content: string | readonly (Element | null)[]];

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function elementText([name, content]: Element, indent: string, attributes = ''): string {
  if (typeof content === 'string') return `${indent}<${name}${attributes}>${escaped(content)}</${name}>\n`;
  const inner = content.map((child) => (child ? elementText(child, `${indent}  `) : '')).join('');
  return `${indent}<${name}${attributes}>\n${inner}${indent}</${name}>\n`;
}

export function xmlDocument(root: Element, namespace: string | null): Written {
  const attributes = namespace ? ` xmlns="${namespace}"` : '';
  return text(
    `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, '', attributes)}`,
    'application/xml',
  );
}
