import { expect, it } from 'vitest';
import { readFind } from './read-find.ts';

const HASH = '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef';

it('reads a number in every kind that it can be, however it is written', () => {
  expect(readFind(' cbhu 380417-5 ').keys).toContain('CONTAINER:CBHU3804175');
  expect(readFind('COSU6415530971').keys).toContain('MASTER_BILL:COSU6415530971');
  expect(readFind('COSU6415530971').hash).toBeNull();
});

it('reads a hash, its beginning as lists show it, and the id of a message', () => {
  expect(readFind(HASH.toUpperCase()).hash).toBe(HASH);
  expect(readFind(HASH.slice(0, 10)).hash).toBe(HASH.slice(0, 10));
  expect(readFind(`ningbo-terminal:${HASH}`).hash).toBe(HASH);
  expect(readFind(HASH.slice(0, 7)).hash).toBeNull();
});

it('takes a number of digits for the beginning of a hash as well: the one that is there is found', () => {
  expect(readFind('26638154')).toMatchObject({ hash: '26638154', fileName: '26638154' });
});

it('looks for a part of a file name that says something', () => {
  expect(readFind('codeco_20261121.edi').fileName).toBe('codeco_20261121.edi');
  expect(readFind('a').fileName).toBeNull();
});
