import { expect, it } from 'vitest';
import { lagOf } from './source-lag.ts';

const own = { mayStateReceivedAt: false };
const pace = { lagMedianMs: 420, lagMostMs: 61_500 };

it('is told in seconds', () => {
  expect(lagOf(own, pace)).toEqual({ median: 0.42, most: 61.5 });
});

it('is not known of who says by himself when something was received, nor where nothing was read', () => {
  expect(lagOf({ mayStateReceivedAt: true }, pace)).toBeNull();
  expect(lagOf(own, { lagMedianMs: null, lagMostMs: null })).toBeNull();
  expect(lagOf(own, undefined)).toBeNull();
});

it('is none, and not less, where the clock was set back meanwhile; of a source that only messages name, too', () => {
  expect(lagOf(null, { lagMedianMs: -1500, lagMostMs: 200 })).toEqual({ median: 0, most: 0.2 });
});
