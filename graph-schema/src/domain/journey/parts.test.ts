import { describe, expect, it } from 'vitest';
import { told } from '../../testing/journey-story.ts';
import { luxembourgAirport } from '../../testing/sample-locations.ts';
import type { Voice } from './facts.ts';
import { isOtherPart } from './parts.ts';

const TOLERANCE_MINUTES = 120;
const ten = 10;

type Said = readonly [by: Voice['source']['kind'], minute: number, pieces: number, ofPieces: number | null];

function arePartsOf(a: Said, b: Said): boolean {
  const [one, other] = [a, b].map(([by, , pieces, ofPieces]) =>
    told(by, 'CHECKED_IN', '2026-07-02 03:00', luxembourgAirport, { pieces: { pieces, ofPieces } }),
  );
  if (!one || !other) throw new Error('two were told');
  return isOtherPart(one, other, Math.abs(a[1] - b[1]) * 60_000, TOLERANCE_MINUTES * 60_000);
}

describe('two who tell of pieces', () => {
  it('tell of the same where they say the same number', () => {
    expect(arePartsOf(['AIRLINE', 0, 6, ten], ['TERMINAL', 40, 6, ten])).toBe(false);
    expect(arePartsOf(['AIRLINE', 0, 5, ten], ['TERMINAL', 40, 5, ten])).toBe(false);
  });

  it('tell of different ones where they add up to the whole', () => {
    expect(arePartsOf(['AIRLINE', 0, 6, ten], ['TERMINAL', 40, 4, ten])).toBe(true);
    expect(arePartsOf(['AIRLINE', 0, 6, ten], ['TERMINAL', 40, 5, ten])).toBe(false);
  });
});

describe('one who tells twice of pieces', () => {
  it('tells of different ones where they go into the whole together', () => {
    expect(arePartsOf(['AIRLINE', 0, 3, ten], ['AIRLINE', 40, 2, ten])).toBe(true);
    expect(arePartsOf(['AIRLINE', 0, 5, ten], ['AIRLINE', 40, 5, ten])).toBe(true);
  });

  it('corrects itself where they do not', () => {
    expect(arePartsOf(['AIRLINE', 0, 6, ten], ['AIRLINE', 40, 5, ten])).toBe(false);
    expect(arePartsOf(['AIRLINE', 0, 6, ten], ['AIRLINE', 40, 6, ten])).toBe(false);
  });

  it('repeats itself where it says the same number at about the same time, and all of it is not told with that', () => {
    expect(arePartsOf(['AIRLINE', 0, 3, ten], ['AIRLINE', 40, 3, ten])).toBe(false);
    expect(arePartsOf(['AIRLINE', 0, 3, ten], ['AIRLINE', 240, 3, ten])).toBe(true);
    expect(arePartsOf(['AIRLINE', 0, 5, ten], ['AIRLINE', 0, 5, ten])).toBe(false);
  });

  it('may tell of all after a part, which is more than the part said', () => {
    expect(arePartsOf(['AIRLINE', 0, 6, ten], ['AIRLINE', 40, 10, ten])).toBe(true);
    expect(arePartsOf(['AIRLINE', 0, 6, ten], ['AIRLINE', 40, 10, null])).toBe(true);
  });

  it('says nothing of parts without a whole', () => {
    expect(arePartsOf(['AIRLINE', 0, 6, null], ['AIRLINE', 40, 4, null])).toBe(false);
  });
});
