import { expect, it } from 'vitest';
import { filterIn } from './choices.ts';

it('asks for all where nothing is chosen', () => {
  const nothing = {
    watchList: null,
    numbers: null,
    kinds: null,
    phases: null,
    exceptions: null,
    parts: null,
  };
  expect(filterIn(new FormData())).toEqual(nothing);
});

it('reads numbers a line each or with commas of either kind, as they are written', () => {
  const form = new FormData();
  form.set('numbers', 'COSU6415530971\r\n CBHU 380417-5，172-26114686;; \n');
  expect(filterIn(form).numbers).toEqual(['COSU6415530971', 'CBHU 380417-5', '172-26114686']);
});

it('takes a watch list that is chosen', () => {
  const form = new FormData();
  form.set('watchList', 'wtl_1');
  expect(filterIn(form)).toMatchObject({ watchList: 'wtl_1', numbers: null });
});

it('takes what there is to choose, and nothing else', () => {
  const form = new FormData();
  for (const kind of ['HIDDEN', 'ADDED', 'ANYTHING']) form.append('kinds', kind);
  expect(filterIn(form).kinds).toEqual(['ADDED', 'HIDDEN']);
});
