import { expect, it } from 'vitest';
import { sampleGazetteer } from '../testing/sample-gazetteer.ts';
import { resolveBerth } from './resolve-berth.ts';

it.each([
  ['BLCT3', 'BLCT3', null],
  ['blct3-07', 'BLCT3', '7'],
  ['BLCT3 BERTH 7', 'BLCT3', '7'],
  ['N2', 'N2', 'N2'],
  ['XYZT-07', 'XYZT-07', null],
  ['Wharf by the river', 'WHARF BY THE RIVER', null],
])('of a berth written as %s the facility is %s and the berth %s', (written, code, berth) => {
  expect(resolveBerth(written, 'CNNBO', sampleGazetteer)).toEqual({
    facility: { scheme: 'LOCAL', code },
    berth,
  });
});
