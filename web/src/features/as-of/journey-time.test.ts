import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { journeyTime, stopBeside, type ToldStatus } from './journey-time.ts';

/** Times of 21 November; `heard` of each who told it. */
function status(classifier: string, at: string, ...heard: string[]): ToldStatus {
  const instant = (time: string) => `2026-11-21T${time}Z`;
  return {
    classifier,
    inherited: false,
    time: { instant: instant(at) },
    voices: heard.map((time) => ({ evidence: { receivedAt: instant(time) } })),
  };
}

function show(statuses: readonly ToldStatus[]): string[] {
  return (journeyTime(statuses)?.stops ?? []).map((at) => new Date(at).toISOString().slice(11, 16));
}

it('begins when the first word of it came, be that a plan, and stops where something that happened was told', () => {
  const gate = status('ACTUAL', '09:00:00', '09:40:12', '09:20:30');
  const sailing = status('PLANNED', '18:00:00', '07:00:00');
  expect(show([gate, sailing])).toEqual(['07:00', '09:21']);
  expect(journeyTime([gate, sailing])?.first).toBe(Date.parse('2026-11-21T07:00:00Z'));
});

it('stops not before a thing has happened, though it was announced', () => {
  expect(show([status('ACTUAL', '12:00:00', '08:00:00', '12:30:00')])).toEqual(['08:00', '12:00']);
});

it('begins not before somebody spoke of the cargo, though its ship was told of earlier', () => {
  const ship = { ...status('ACTUAL', '06:00:00', '05:00:00'), inherited: true };
  const late = { ...status('ACTUAL', '10:00:00', '10:10:00'), inherited: true };
  expect(show([ship, late, status('ACTUAL', '07:00:00', '08:00:00')])).toEqual(['08:00', '10:10']);
  expect(journeyTime([ship])).toBeNull();
});

it('stops once where two things were told in one minute', () => {
  expect(show([status('ACTUAL', '08:00:00', '09:00:01'), status('ACTUAL', '08:30:00', '09:00:59')])).toEqual([
    '09:01',
  ]);
});

it('is none where nobody is known to have told anything', () => {
  expect(journeyTime([])).toBeNull();
  expect(journeyTime([status('ACTUAL', '12:00:00')])).toBeNull();
});

it('goes over every stop in either direction, and past the outermost to the end', () => {
  const stops = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1 });
  fc.assert(
    fc.property(stops, (some) => {
      const all = some.toSorted((a, b) => a - b);
      expect(walk(all, -1, 'ON')).toEqual(all);
      expect(walk(all, 1001, 'BACK')).toEqual(all.toReversed());
    }),
  );
});

function walk(stops: readonly number[], from: number, direction: 'BACK' | 'ON'): number[] {
  const next = stopBeside(stops, from, direction);
  return next === null ? [] : [next, ...walk(stops, next, direction)];
}
