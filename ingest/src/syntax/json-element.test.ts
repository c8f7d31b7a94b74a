import { describe, expect, it } from 'vitest';
import { elementOf } from './json-element.ts';
import type { XmlElement } from './xml.ts';

/** `name=text(children)` */
function sketch({ name, text, children }: XmlElement): string {
  return `${name}${text === '' ? '' : `=${text}`}${children.length === 0 ? '' : `(${children.map(sketch).join(' ')})`}`;
}

describe('a JSON object as an element', () => {
  it.each([
    ['nested objects', { a: { b: 'x' } }, 'root(a(b=x))'],
    ['lists as repeated children', { a: ['x', { b: 1 }] }, 'root(a=x a(b=1))'],
    ['names without their prefix', { 'unece:a': 'x' }, 'root(a=x)'],
    ['a typed value', { at: { '@type': 'xsd:dateTime', '@value': '2026-11-09' } }, 'root(at=2026-11-09)'],
    ['a node named by its address', { place: { '@id': 'unlcdl:CNNGB' } }, 'root(place(id=unlcdl:CNNGB))'],
    ['an id of its own before the address', { a: { '@id': 'urn:x', id: '7' } }, 'root(a(id=7))'],
    ['nothing and what is no text', { a: null, b: true, c: '  ' }, 'root(a b c)'],
  ])('%s', (_, value, expected) => {
    expect(sketch(elementOf('root', value))).toBe(expected);
  });
});
