import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gcj02FromWgs84, wgs84FromBd09, wgs84FromGcj02 } from './gcj02.ts';

describe('coordinates of Chinese maps', () => {
  it('shifts as the published algorithm does', () => {
    // Tiananmen: a published pair of the two systems.
    const shifted = gcj02FromWgs84({ latitude: 39.907333, longitude: 116.391083 });
    expect(shifted.latitude).toBeCloseTo(39.908734, 4);
    expect(shifted.longitude).toBeCloseTo(116.397325, 4);
  });

  it('finds the way back to a few centimetres anywhere in China', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 18, max: 53, noNaN: true }),
        fc.double({ min: 74, max: 134, noNaN: true }),
        (latitude, longitude) => {
          const back = wgs84FromGcj02(gcj02FromWgs84({ latitude, longitude }));
          expect(Math.abs(back.latitude - latitude)).toBeLessThan(1e-6);
          expect(Math.abs(back.longitude - longitude)).toBeLessThan(1e-6);
        },
      ),
    );
  });

  it('leaves the rest of the world where it is', () => {
    const rotterdam = { latitude: 51.95, longitude: 4.05 };
    expect(wgs84FromGcj02(rotterdam)).toEqual(rotterdam);
  });

  it('takes the second shift of BD-09 away, too', () => {
    const place = wgs84FromBd09({ latitude: 39.915, longitude: 116.404 });
    expect(place.latitude).toBeCloseTo(39.9073, 3);
    expect(place.longitude).toBeCloseTo(116.3914, 3);
  });
});
