import { expect, it } from 'vitest';
import { isFallingBehind, type Lagging } from './falling-behind.ts';

const late: Lagging = { kind: 'STANDARD', state: 'ENABLED', batches: 20, lagSeconds: 900, isHeldUp: true };

it.each<[string, Partial<Lagging>, boolean]>([
  ['a call that does not come through for long', {}, true],
  ['one that has waited for a moment', { lagSeconds: 20 }, false],
  ['what is read and not wanted', { isHeldUp: false }, false],
  ['so much that it cannot be that', { isHeldUp: false, batches: 1000 }, true],
  ['who is called at times of his own', { kind: 'EPCIS_2', isHeldUp: false, batches: 1000 }, false],
  ['who reads a connection too slowly', { kind: 'CONNECTION', state: null, isHeldUp: false }, true],
  ['who has read all', { batches: 0, lagSeconds: null }, false],
  ['who was paused by hand', { state: 'PAUSED' }, false],
  ['who disabled himself while the feed goes on', { state: 'DISABLED', lagSeconds: 1, isHeldUp: false }, true],
  ['who cannot go on from where he is', { batches: null, lagSeconds: null, isHeldUp: false }, true],
])('of %s: %j is %s', (_, differing, answer) => {
  expect(isFallingBehind({ ...late, ...differing })).toBe(answer);
}); // prettier-ignore
