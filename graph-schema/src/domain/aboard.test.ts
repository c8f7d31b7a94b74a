import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aboardOf, type CarriageClaim } from './aboard.ts';
import type { IdentifierKey } from './identifier.ts';

const chinese = 'TRAIN_RUN:X8157@2026-11-12';
const broad = 'TRAIN_RUN:1418@2026-11-17';
const missed = 'VOYAGE:9074729/114S';
const taken = 'VOYAGE:9321483/012W';
const flight = 'FLIGHT:CV9735@2026-11-12';

const said = (code: string, when: string, run: IdentifierKey | null, classifier = 'ACTUAL'): CarriageClaim => ({
  at: Date.parse(when),
  code,
  classifier,
  run,
}); // prettier-ignore

/** A stay a line, with its half hour of slack at both ends. */
function show(...claims: CarriageClaim[]): string[] {
  const minute = (ms: number | null) => (ms === null ? '…' : new Date(ms).toISOString().slice(5, 16));
  return aboardOf(claims).map((stay) => `${stay.run} ${minute(stay.from)} to ${minute(stay.to)}`);
}

describe('what a box is aboard, and when', () => {
  it('is bounded by loading and discharge', () => {
    expect(
      show(
        said('RECEIVED', '2026-11-09T01:00:00Z', chinese),
        said('LOADED', '2026-11-12T00:15:00Z', chinese),
        said('DISCHARGED', '2026-11-16T08:00:00Z', chinese),
      ),
    ).toEqual([`${chinese} 11-11T23:45 to 11-16T08:30`]);
  });

  it('goes on where it is put aboard the same ship again after it came off', () => {
    const restowed = [
      said('LOADED', '2026-11-02T06:00:00Z', taken),
      said('DISCHARGED', '2026-11-09T01:00:00Z', taken),
      said('LOADED', '2026-11-09T09:00:00Z', taken),
    ];
    expect(show(...restowed)).toEqual([`${taken} 11-02T05:30 to …`]);
    expect(show(...restowed, said('DISCHARGED', '2026-11-20T08:00:00Z', taken))).toEqual([
      `${taken} 11-02T05:30 to 11-20T08:30`,
    ]);
  });

  it('ends with the loading on the next where nobody told the discharge', () => {
    expect(
      show(
        said('LOADED', '2026-11-17T00:30:00Z', broad),
        said('LOADED', '2026-11-12T00:15:00Z', chinese),
      ),
    ).toEqual([`${chinese} 11-11T23:45 to 11-17T01:00`, `${broad} 11-17T00:00 to …`]);
  }); // prettier-ignore

  it('begins with the paper that names the run where nobody told the loading', () => {
    expect(show(said('RECEIVED', '2026-11-09T01:00:00Z', chinese))).toEqual([`${chinese} 11-09T00:30 to …`]);
  });

  it('is not the ship that a gate-in or a booking names: boxes miss ships', () => {
    expect(
      show(
        said('BOOKED', '2026-11-01T00:00:00Z', missed),
        said('GATED_IN', '2026-11-02T00:00:00Z', missed),
        said('LOADED', '2026-11-10T00:00:00Z', taken),
      ),
    ).toEqual([`${taken} 11-09T23:30 to …`]);
    expect(show(said('RECEIVED', '2026-11-11T00:00:00Z', flight))).toEqual([]);
  });

  it('is the ship that a gate-in names, from there, once the box comes off it', () => {
    const gatedIn = said('GATED_IN', '2026-11-02T00:00:00Z', taken);
    expect(show(gatedIn, said('DISCHARGED', '2026-11-20T00:00:00Z', taken))).toEqual([
      `${taken} 11-01T23:30 to 11-20T00:30`,
    ]);
    expect(show(gatedIn, said('ARRIVED', '2026-11-19T00:00:00Z', taken))).toEqual([
      `${taken} 11-01T23:30 to …`,
    ]);
  });

  it('is shown by a bay plan, a flight manifest or its own departure, from then on', () => {
    const gatedIn = said('GATED_IN', '2026-11-02T00:00:00Z', taken);
    expect(show(gatedIn, said('MANIFESTED', '2026-11-05T00:00:00Z', taken))).toEqual([
      `${taken} 11-04T23:30 to …`,
    ]);
    expect(show(gatedIn, said('DEPARTED', '2026-11-06T00:00:00Z', taken))).toEqual([
      `${taken} 11-05T23:30 to …`,
    ]);
    expect(show(said('MANIFESTED', '2026-11-12T00:00:00Z', flight))).toEqual([`${flight} 11-11T23:30 to …`]);
  });

  it('does not begin after it ended, where the list was made late', () => {
    expect(
      show(
        said('GATED_IN', '2026-11-02T00:00:00Z', taken),
        said('DISCHARGED', '2026-11-20T00:00:00Z', taken),
        said('MANIFESTED', '2026-11-21T00:00:00Z', taken),
      ),
    ).toEqual([`${taken} 11-01T23:30 to 11-20T00:30`]);
  });

  it('says what shows it, the most trusted first', () => {
    const evidence = (...claims: CarriageClaim[]) => aboardOf(claims).map((stay) => stay.evidence);
    expect(evidence(said('RECEIVED', '2026-11-09T01:00:00Z', chinese))).toEqual(['NOTE']);
    expect(evidence(said('LOADED', '2026-11-09T01:00:00Z', taken))).toEqual(['LOADED']);
    expect(
      evidence(
        said('LOADED', '2026-11-09T01:00:00Z', taken),
        said('MANIFESTED', '2026-11-10T01:00:00Z', taken),
      ),
    ).toEqual(['STOWAGE']);
  });

  it('is on the ship whose bay plan lists it, where another is told for the same time', () => {
    const plan = said('MANIFESTED', '2026-11-10T00:00:00Z', taken);
    const off = said('DISCHARGED', '2026-11-20T00:00:00Z', taken);
    expect(
      show(
        plan,
        off,
        said('LOADED', '2026-11-12T00:00:00Z', missed),
        said('DISCHARGED', '2026-11-18T00:00:00Z', missed),
      ),
    ).toEqual([`${taken} 11-09T23:30 to 11-20T00:30`]);
    expect(show(plan, off, said('LOADED', '2026-11-19T00:00:00Z', missed))).toEqual([
      `${taken} 11-09T23:30 to 11-20T00:30`,
      `${missed} 11-19T23:30 to …`,
    ]);
    expect(
      show(
        plan,
        off,
        said('LOADED', '2026-11-09T00:00:00Z', missed),
        said('DISCHARGED', '2026-11-11T00:00:00Z', missed),
      ),
    ).toEqual([`${missed} 11-08T23:30 to 11-10T00:30`, `${taken} 11-09T23:30 to 11-20T00:30`]);
  });

  it('is nothing by plans, nor by claims that name no run', () => {
    expect(
      show(
        said('LOADED', '2026-11-12T00:15:00Z', chinese, 'PLANNED'),
        said('LOADED', '2026-11-12T00:15:00Z', null),
      ),
    ).toEqual([]);
  });

  it('does not depend on the order of the claims', () => {
    const claim = fc.record({
      at: fc.integer({ min: 0, max: 20 }).map((hours) => Date.parse('2026-11-12T00:00:00Z') + hours * 3_600_000),
      code: fc.constantFrom('RECEIVED', 'LOADED', 'MANIFESTED', 'DISCHARGED'),
      classifier: fc.constant('ACTUAL'),
      run: fc.constantFrom<IdentifierKey | null>(chinese, broad, taken, flight, null),
    });
    const shuffled = fc
      .array(claim)
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(aboardOf(other)).toEqual(aboardOf(all));
      }),
    );
  }); // prettier-ignore
});
