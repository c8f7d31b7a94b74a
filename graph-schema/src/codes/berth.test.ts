import { expect, it } from 'vitest';
import { berthNamed, berthOf } from './berth.ts';

it.each([
  ['4', '4'], ['04', '4'], ['Berth 4', '4'], ['BERTH NO. N2', 'N2'], ['4#', '4'], ['#4泊位', '4'], ['4号泊位', '4'], ['泊位12', '12'], ['East 2', 'EAST 2'],
  ['Bertha', 'BERTHA'], ['Berth', null], ['  ', null], ['the whole of the northern quay', null],
])('reads %j as berth %j', (written, berth) => {
  expect(berthOf(written)).toBe(berth);
}); // prettier-ignore

it.each([
  ['Berth East 2', 'EAST 2'], ['N2', 'N2'], ['Rotterdam', null], ['Rotterdam World Gateway 1', null], ['北仑三期', null], ['北仑三期4号泊位', '北仑三期4'],
])('of a field that may name anything takes %j as %j', (written, berth) => {
  expect(berthNamed(written)).toBe(berth);
}); // prettier-ignore
