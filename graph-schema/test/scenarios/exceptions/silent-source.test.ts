import { describe, expect, it } from 'vitest';
import { deriveExceptions } from '../../../src/domain/exceptions/derive-exceptions.ts';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim, JourneyFacts } from '../../../src/domain/journey/facts.ts';
import { getExceptionRules } from '../../../src/reference/exception-rules.ts';
import { getHolds } from '../../../src/reference/holds.ts';
import { factsOf, ship, told } from '../../../src/testing/journey-story.ts';
import { ningbo, rotterdam } from '../../../src/testing/sample-locations.ts';
import { iso } from './show-exceptions.ts';

const bill = 'MASTER_BILL:COSU6400000017';
const box = 'CSQU3054383';
const kapok = ship('KAPOK', '114S', '9074729');
const aboard = [
  told('TERMINAL', 'LOADED', '2026-10-25 22:00', ningbo, { box, load: 'FULL', on: kapok, paper: bill }),
  told('CARRIER', 'DEPARTED', '2026-10-26 06:00', ningbo, { on: kapok, paper: bill }),
];

/** Silences at an instant: `WARNING CARRIER since … by OPERATOR`, with the number of claims that show it. */
function silences(
  claims: readonly FactClaim[],
  known: Pick<JourneyFacts, 'heard' | 'positions'>,
  instant: string,
) {
  const now = Date.parse(instant);
  const facts = { ...factsOf(bill, claims), ...known };
  const input = { ...deriveJourney(facts, now), facts, holds: getHolds(), now };
  const { exceptions, changesAt } = deriveExceptions(input, getExceptionRules());
  const lines = exceptions
    .filter(({ kind }) => kind === 'SILENT_SOURCE')
    .map(({ severity, of, figures, openedAt, closedAt, actor, evidence }) => `${severity} ${of} ${figures['source']} since ${iso(openedAt)}${closedAt === null ? '' : ` until ${iso(closedAt)}`} by ${actor} [${evidence.length}]`); // prettier-ignore
  return { lines, changesAt };
}
const heard = (id: string, at: string, minutes = 720, over: [string, string][] = []) =>
  new Map([
    [
      id,
      {
        lastReceivedAt: Date.parse(at),
        silentAfterMinutes: minutes,
        silences: over.map(([from, until]) => ({ from: Date.parse(from), until: Date.parse(until) })),
      },
    ],
  ]);

describe('a carrier that is expected twice a day', () => {
  it('is silent half a day after its last message about anything, and until then nothing is wrong', () => {
    const known = { heard: heard('carrier', '2026-10-27T00:00:00Z') };
    const before = silences(aboard, known, '2026-10-27T11:59:00Z');
    expect([before.lines, before.changesAt]).toEqual([[], Date.parse('2026-10-27T12:00:00Z')]);
    expect(silences(aboard, known, '2026-10-27T12:00:00Z').lines).toEqual([
      'WARNING CARRIER CARRIER since 2026-10-27T12:00Z by OPERATOR [1]',
    ]);
  });

  it('is waited for no more once the cargo is delivered', () => {
    const known = { heard: heard('carrier', '2026-10-27T00:00:00Z') };
    const delivered = told('CARRIER', 'DELIVERED', '2026-11-20 10:00', rotterdam, {
      box,
      load: 'FULL',
      paper: bill,
    });
    expect(silences([...aboard, delivered], known, '2026-12-01T00:00:00Z').lines).toEqual([
      'WARNING CARRIER CARRIER since 2026-10-27T12:00Z until 2026-11-20T09:00Z by OPERATOR [2]',
    ]);
    const late = { heard: heard('carrier', '2026-11-20T09:00:00Z') };
    expect(silences([...aboard, delivered], late, '2026-12-01T00:00:00Z').lines).toEqual([]);
  });

  it('was silent until it spoke again: the exception stays, closed, with the word that ended it', () => {
    const arrived = told('CARRIER', 'ARRIVED', '2026-10-30 10:00', rotterdam, { on: kapok, paper: bill, heard: '2026-10-30T12:00:00Z' }); // prettier-ignore
    const known = { heard: heard('carrier', '2026-10-30T12:00:00Z', 720, [['2026-10-27T00:00:00Z', '2026-10-30T12:00:00Z']]) }; // prettier-ignore
    const line = 'WARNING CARRIER CARRIER since 2026-10-27T12:00Z until 2026-10-30T12:00Z by OPERATOR';
    expect(silences([...aboard, arrived], known, '2026-10-30T20:00:00Z').lines).toEqual([`${line} [2]`]);
    expect(silences(aboard, known, '2026-10-30T20:00:00Z').lines).toEqual([`${line} [1]`]);
    const open = silences(
      aboard,
      { heard: heard('carrier', '2026-10-27T00:00:00Z') },
      '2026-10-30T11:00:00Z',
    );
    expect(open.lines).toEqual(['WARNING CARRIER CARRIER since 2026-10-27T12:00Z by OPERATOR [1]']);
  });

  it('of which nothing had been told of the cargo yet was not waited for', () => {
    const known = { heard: heard('carrier', '2026-10-27T00:00:00Z', 720, [['2026-08-01T00:00:00Z', '2026-08-20T00:00:00Z']]) }; // prettier-ignore
    expect(silences(aboard, known, '2026-10-27T01:00:00Z').lines).toEqual([]);
  });
});

it('a terminal matters while the cargo is there', () => {
  const known = { heard: heard('terminal', '2026-10-26T00:00:00Z', 60) };
  expect(silences(aboard.slice(0, 1), known, '2026-10-26T02:00:00Z').lines).toHaveLength(1);
  const off = told('CARRIER', 'DISCHARGED', '2026-11-20 10:00', rotterdam, {
    box,
    load: 'FULL',
    on: kapok,
    paper: bill,
  });
  expect(silences([...aboard, off], known, '2026-11-21T00:00:00Z').lines).toEqual([]);
});

it('a ship of which no position came for a day is told, and no ship that nobody follows', () => {
  const known = { positions: new Map([['VESSEL:9074729', Date.parse('2026-10-27T00:00:00Z')]]) };
  expect(silences(aboard, known, '2026-10-27T23:59:00Z').lines).toEqual([]);
  expect(silences(aboard, known, '2026-10-28T00:00:00Z').lines).toEqual([
    'INFO AIS KAPOK since 2026-10-28T00:00Z by OPERATOR [1]',
  ]);
  expect(silences(aboard, { positions: new Map() }, '2026-11-28T00:00:00Z').lines).toEqual([]);
});
