import { expect, it } from 'vitest';
import { told } from '../../testing/journey-story.ts';
import { luxembourgAirport, zhengzhouAirport } from '../../testing/sample-locations.ts';
import type { FactClaim } from './facts.ts';
import { milestonesOf } from './milestone.ts';
import { totalOf } from './pieces-total.ts';
import { runsWithin } from './same-run.ts';

const paper = 'AWB:172-26114686';
const total = (...claims: FactClaim[]) => totalOf(milestonesOf(claims, runsWithin(claims)));

const accepted = told('AIRLINE', 'RECEIVED', '2026-07-01 10:00', zhengzhouAirport, {
  pieces: { pieces: 10 },
  paper,
});
const waybill = told('FORWARDER', 'BL_ISSUED', '2026-07-01', zhengzhouAirport, { pieces: { pieces: 9 }, paper, heard: '2026-07-01T09:00:00Z' }); // prettier-ignore
const nineOf = (ofPieces: number | null) =>
  told('AIRLINE', 'DELIVERED', '2026-07-02 09:00', luxembourgAirport, {
    pieces: { pieces: 9, ofPieces },
    paper,
  });

it('is the most that anybody counted, where nobody names a whole: a part may be told as a count', () => {
  expect(total(accepted, nineOf(null))).toBe(10);
});

it('is what the waybill says', () => {
  expect(total(accepted, nineOf(null), waybill)).toBe(9);
});

it('is what the airline says, whatever the forwarder wrote', () => {
  expect(total(accepted, nineOf(10), waybill)).toBe(10);
});

it('is what a source said last, and not what it only said again', () => {
  const before = told('AIRLINE', 'RECEIVED', '2026-07-01 10:00', zhengzhouAirport, { pieces: { pieces: 9, ofPieces: 10 }, paper }); // prettier-ignore
  const again = told('AIRLINE', 'RECEIVED', '2026-07-01 10:00', zhengzhouAirport, { pieces: { pieces: 9, ofPieces: 10 }, paper, heard: '2026-07-03T00:00:00Z' }); // prettier-ignore
  const twice = { ...before, voices: [...before.voices, ...again.voices] };
  expect(total(twice, nineOf(9))).toBe(9);
});

it('leaves nothing out that the same source counts afterwards', () => {
  const said = told('AIRLINE', 'DEPARTED', '2026-07-01 20:00', zhengzhouAirport, { pieces: { pieces: 9, ofPieces: 9 }, paper }); // prettier-ignore
  const counted = told('AIRLINE', 'ARRIVED', '2026-07-02 01:00', luxembourgAirport, {
    pieces: { pieces: 10 },
    paper,
  });
  expect(total(said, counted)).toBe(10);
});
