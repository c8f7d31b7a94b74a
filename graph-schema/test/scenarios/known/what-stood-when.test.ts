import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingAt, type Attestation, type RetractionMark, type SaidClaim } from '../../../src/domain/known/standing-at.ts'; // prettier-ignore
import { told } from '../../../src/testing/journey-story.ts';
import { ningbo } from '../../../src/testing/sample-locations.ts';

const HOUR_MS = 3_600_000;
const START = Date.parse('2026-11-01T00:00:00Z');
const iso = (hour: number) => new Date(START + hour * HOUR_MS).toISOString();
const one = told('TERMINAL', 'GATED_IN', '2026-10-30 08:00', ningbo, { box: 'CSQU3054383', load: 'FULL' });
const [voice] = one.voices;
if (!voice) throw new Error('a claim of a story has a voice');
const says = (hour: number, thread: string | null, version: number, replaces = false): Attestation => ({
  voice: { ...voice, receivedAt: iso(hour), rawId: `raw-${hour}-${version}` },
  thread,
  version,
  replaces,
});
const said = (...attestations: readonly Attestation[]): SaidClaim => ({ id: one.id, event: one.event, said: attestations }); // prettier-ignore
const takenBack = (hour: number, thread: string, cancelled: number, replaced = -1): RetractionMark => ({ thread, cancelled, replaced, receivedAt: iso(hour) }); // prettier-ignore
const voicesAt = (hour: number, claim: SaidClaim, ...marks: readonly RetractionMark[]) =>
  standingAt([claim], marks, START + hour * HOUR_MS)
    .flatMap(({ voices }) => voices.map(({ rawId }) => rawId))
    .join(' ');

describe('what stood at an instant', () => {
  it('is what had been heard by then', () => {
    expect(voicesAt(4, said(says(5, null, 0)))).toBe('');
    expect(voicesAt(5, said(says(5, null, 0)))).toBe('raw-5-0');
  });

  it('includes what was taken back only later', () => {
    const claim = said(says(5, 'T1', 100));
    const cancelled = takenBack(9, 'T1', 100);
    expect(voicesAt(8, claim, cancelled)).toBe('raw-5-100');
    expect(voicesAt(9, claim, cancelled)).toBe('');
    expect(voicesAt(9, said(says(5, 'T2', 100)), cancelled)).toBe('raw-5-100');
  });

  it('is not what a cancellation that came before it took back, and is again what a newer message says', () => {
    const claim = said(says(5, 'T1', 100), says(12, 'T1', 300));
    const cancelled = takenBack(2, 'T1', 200);
    expect(voicesAt(6, claim, cancelled)).toBe('');
    expect(voicesAt(12, claim, cancelled)).toBe('raw-12-300');
  });

  it('is the newest of a replaced message by its version, in whatever order they were heard', () => {
    const claim = said(says(5, 'T1', 200, true), says(7, 'T1', 100));
    expect(voicesAt(7, claim)).toBe('raw-5-200');
    expect(voicesAt(7, said(says(5, 'T1', 100)), takenBack(6, 'T1', -1, 100))).toBe('raw-5-100');
    expect(voicesAt(7, said(says(5, 'T1', 100)), takenBack(6, 'T1', -1, 101))).toBe('');
  });

  it('keeps the voice that nobody took back', () => {
    expect(voicesAt(9, said(says(5, 'T1', 100), says(6, 'X9', 50)), takenBack(7, 'T1', 100))).toBe(
      'raw-6-50',
    );
  });

  it('depends on no order, and on nothing that came later', () => {
    const attestation = fc
      .tuple(fc.nat({ max: 20 }), fc.constantFrom('T1', 'T2', null), fc.nat({ max: 4 }), fc.boolean())
      .map(([hour, thread, version, replaces]) => says(hour, thread, version, replaces && thread !== null));
    const mark = fc
      .tuple(fc.nat({ max: 20 }), fc.constantFrom('T1', 'T2'), fc.integer({ min: -1, max: 4 }), fc.integer({ min: -1, max: 4 }))
      .map(([hour, thread, cancelled, replaced]) => takenBack(hour, thread, cancelled, replaced)); // prettier-ignore
    const all = fc.tuple(fc.array(attestation, { maxLength: 6 }), fc.array(mark, { maxLength: 5 }));
    fc.assert(
      fc.property(all, fc.nat({ max: 21 }), ([voices, marks], hour) => {
        const now = START + hour * HOUR_MS;
        const answer = standingAt([said(...voices)], marks, now);
        expect(standingAt([said(...[...voices].reverse())], [...marks].reverse(), now)).toEqual(answer);
        const known = <T,>(items: readonly T[], at: (item: T) => string) => items.filter((item) => Date.parse(at(item)) <= now); // prettier-ignore
        expect(
          standingAt([said(...known(voices, (v) => v.voice.receivedAt))], known(marks, (m) => m.receivedAt), now),
        ).toEqual(answer); // prettier-ignore
      }),
      { numRuns: 500 },
    );
  });
});
