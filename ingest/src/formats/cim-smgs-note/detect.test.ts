import { expect, it } from 'vitest';
import { detectAll } from '../../testing/read-fixture.ts';

const knownBy = (text: string): string[] => detectAll(Buffer.from(text));
const cargo =
  '<Consignor><Name>Sample Trading</Name></Consignor><Goods><Description>Car parts</Description></Goods>';

it.each([
  ['a type', `<ConsignmentNote type="CIM">${cargo}</ConsignmentNote>`],
  [
    'a type of both',
    `<?xml version="1.0"?>\n<n:ConsignmentNote xmlns:n="urn:x" kind="CIM/SMGS">${cargo}</n:ConsignmentNote>`,
  ],
  ['a namespace', `<ConsignmentNote xmlns="urn:example:smgs:note:1">${cargo}</ConsignmentNote>`],
  [
    'the name of an element',
    `<ConsignmentNote><Header><SMGSNumber>26638160</SMGSNumber></Header>${cargo}</ConsignmentNote>`,
  ],
  ['what an element says', `<ConsignmentNote><NoteType> SMGS </NoteType>${cargo}</ConsignmentNote>`],
])('is a note of rail by %s', (_, text) => {
  expect(knownBy(text)).toEqual(['cim-smgs-note']);
});

it.each([
  ['of road', `<ConsignmentNote type="CMR"><Number>4711</Number>${cargo}</ConsignmentNote>`],
  ['that says nothing', `<ConsignmentNote><Number>4711</Number>${cargo}</ConsignmentNote>`],
  [
    'whose goods only sound like it',
    `<ConsignmentNote><Remark>CIMENT</Remark><Cimetiere/>${cargo}</ConsignmentNote>`,
  ],
])('is not taken for one: a note %s', (_, text) => {
  expect(knownBy(text)).toEqual([]);
});
