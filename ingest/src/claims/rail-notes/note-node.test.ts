import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexCodeList } from 'graph-schema/reference/code-list';
import type { JsonObject } from '../../syntax/json-fields.ts';
import { parseXml } from '../../syntax/xml.ts';
import { NoteFields, type NoteNode } from './note-node.ts';

const names = [
  ['wagons', 'wagons'],
  ['wagon', 'wagons'],
  ['вагон', 'wagons'],
  ['no', 'number'],
] as const;
const rows = names.map(([code, canonical]) => ({
  code,
  canonical,
  meaning: '',
  meaningZh: null,
  source: 'E' as const,
}));
const fields = new NoteFields(indexCodeList('test', { title: '', version: '2026-11', rows }));

function xml(text: string): NoteNode {
  const { root } = parseXml(new TextEncoder().encode(text), 'utf-8');
  if (!root) throw new Error('no root');
  return fields.readXml(root);
}
const numbers = (node: NoteNode): string[] =>
  node.nodes('wagons').map((wagon) => wagon.text('number') ?? wagon.own);

describe('parts of an electronic note', () => {
  it.each([
    ['a list of its own name', '<n><wagons><wagon><no>1</no></wagon><wagon><no>2</no></wagon></wagons></n>'],
    ['side by side', '<n><wagon><no>1</no></wagon><вагон><no>2</no></вагон></n>'],
    ['as attributes', '<n><wagon no="1"/><wagon no="2"/></n>'],
    ['as bare texts', '<n><wagon>1</wagon><wagon>2</wagon></n>'],
  ])('are found %s', (_how, text) => {
    expect(numbers(xml(text))).toEqual(['1', '2']);
  });

  it.each([
    [{ wagons: [{ no: 1 }, { no: '2' }] }],
    [{ wagons: { wagon: [{ no: '1' }, { no: '2' }] } }],
    [{ Wagons: ['1', '2'] }],
  ] as [JsonObject][])('are found in %j', (value) => {
    expect(numbers(fields.readJson(value))).toEqual(['1', '2']);
  });

  it('are read from any JSON without a throw', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('wagons', 'wagon', 'no', 'x'), fc.jsonValue()), (value) => {
        numbers(fields.readJson(value));
      }),
    );
  });
});
