import { expect, it } from 'vitest';
import { told } from '../../testing/journey-story.ts';
import { ningbo } from '../../testing/sample-locations.ts';
import { wentAt } from './went-at.ts';
import type { Attestation, RetractionMark, SaidClaim } from './standing-at.ts';

const [one, two, three, four] = ['T10:00:00Z', 'T11:00:00Z', 'T12:00:00Z', 'T13:00:00Z'].map(
  (time) => `2026-10-26${time}`,
) as [string, string, string, string];
const departed = told('CARRIER', 'DEPARTED', '2026-10-26 06:00', ningbo);

function saidBy(...said: readonly (Partial<Attestation> & { readonly at: string })[]): SaidClaim {
  return {
    id: departed.id,
    event: departed.event,
    said: said.flatMap(({ at, ...more }) =>
      departed.voices.map((voice) => ({
        voice: { ...voice, receivedAt: at },
        thread: 'T',
        version: 1,
        replaces: false,
        ...more,
      })),
    ),
  };
}
const back = (receivedAt: string, mark: Partial<RetractionMark> = {}): RetractionMark => ({
  thread: 'T',
  cancelled: 1,
  replaced: -1,
  receivedAt,
  ...mark,
});

it.each<[string, SaidClaim, RetractionMark[], string | null]>([
  ['stands', saidBy({ at: one }), [], null],
  ['is cancelled', saidBy({ at: one }), [back(two)], two],
  ['is replaced', saidBy({ at: one }), [back(two, { cancelled: -1, replaced: 2 })], two],
  ['is cancelled twice', saidBy({ at: one }), [back(two), back(three)], two],
  ['is said in another thread still', saidBy({ at: one }, { at: two, thread: 'U' }), [back(three)], null],
  ['is taken back by both', saidBy({ at: one }, { at: one, thread: 'U' }), [back(two), back(three, { thread: 'U' })], three],
  ['came after what takes it back', saidBy({ at: two }), [back(one)], null],
  ['is said again, and cancelled again', saidBy({ at: one }, { at: three, version: 3 }), [back(two), back(four, { cancelled: 3 })], four],
  ['is read otherwise', saidBy({ at: one, until: three }), [], three],
  ['was cancelled by what is read otherwise now', saidBy({ at: one }), [back(two, { until: three })], null],
])('%s', (_, claim, retractions, at) => {
  expect(wentAt(claim, retractions)).toBe(at && Date.parse(at));
}); // prettier-ignore

it('is asked as of each instant: what came back later had gone, and what went again later had come back', () => {
  const claim = saidBy({ at: one }, { at: three, version: 3 });
  const retractions = [back(two), back(four, { cancelled: 3 })];
  const asOf = [one, two, three, four].map((at) => wentAt(claim, retractions, Date.parse(at)));
  expect(asOf).toEqual([null, Date.parse(two), null, Date.parse(four)]);
  // It stands now.
  expect(wentAt(claim, retractions.slice(0, 1))).toBeNull();
  expect(wentAt(claim, retractions.slice(0, 1), Date.parse(two))).toBe(Date.parse(two));
});
