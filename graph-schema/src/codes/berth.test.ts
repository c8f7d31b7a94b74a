import { expect, it } from 'vitest';
import { berthOf } from './berth.ts';

it.each([
  ['4', '4'], ['04', '4'], ['Berth 4', '4'], ['BERTH NO. N2', 'N2'], ['4#', '4'], ['#4泊位', '4'], ['4号泊位', '4'], ['泊位12', '12'], ['第4泊位', '4'], ['NO.4 BERTH', '4'], ['No.4泊位', '4'], ['East 2', 'EAST 2'],
  ['Bertha', 'BERTHA'], ['Berth', null], ['  ', null], ['the whole of the northern quay', null],
])('reads %j as berth %j', (written, berth) => {
  expect(berthOf(written)).toBe(berth);
}); // prettier-ignore
