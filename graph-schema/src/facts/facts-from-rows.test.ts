import type { ClaimRow, JourneyFactsRow } from '../cypher/read/journey-facts.ts';
import type { FactClaim } from '../domain/journey/facts.ts';
import { flight, told, train } from '../testing/journey-story.ts';
import { altynkolStation, khorgosStation, xianStation, zhengzhouAirport } from '../testing/sample-locations.ts'; // prettier-ignore
import { describe, expect, it } from 'vitest';
import { knownShips } from '../domain/ship-names.ts';
import { factsFromRows } from './facts-from-rows.ts';

const run = 'TRAIN_RUN:X8157@2026-11-12';
const on = train('X8157', '2026-11-12');
const box = 'TBJU4182505';
const noShips = knownShips([]);

function rowOf(claim: FactClaim): ClaimRow {
  const [voice] = claim.voices;
  const { source, rawId, sha256, format, receivedAt } = voice!;
  return [claim.id, JSON.stringify(claim.event), claim.cycleId, [[rawId, sha256, format, receivedAt, source.id, source.name, source.nameZh, source.kind, null, 0, 0, null]]]; // prettier-ignore
}

function shipment(row: Partial<JourneyFactsRow>): JourneyFactsRow {
  return { asked: 's1', shipment: 's1', anchor: 'RAIL_NOTE:26600000', master: null, documents: [], houses: [], masterId: null, cycles: [], claims: [], ...row }; // prettier-ignore
}

const trainSays = [
  told('RAIL', 'DEPARTED', '2026-11-12 13:40', xianStation, { on }),
  told('RAIL', 'ARRIVED', '2026-11-15 06:40', khorgosStation, { on }),
  told('RAIL', 'ARRIVED', '2026-11-16 07:10', altynkolStation, { on }),
  told('RAIL', 'DEPARTED', '2026-11-18 20:00', altynkolStation, { on }),
].map(rowOf);

function inheritedBy(row: JourneyFactsRow): string[] {
  return factsFromRows(row, new Map([[run, trainSays]]), noShips)
    .claims.filter((claim) => claim.inherited)
    .map(({ event }) => `${event.code} ${event.place?.railStation}`);
}

describe('what a train says of itself', () => {
  const aboard = (from: string, to: string | null) =>
    shipment({
      cycles: [
        {
          id: 'y1',
          container: box,
          endedAt: null,
          aboard: JSON.stringify([{ run, from: Date.parse(from), to: to === null ? null : Date.parse(to) }]),
        },
      ],
    });

  it('is inherited for the time aboard, and not after', () => {
    expect(inheritedBy(aboard('2026-11-12T00:15:00Z', '2026-11-17T01:00:00Z'))).toEqual([
      'DEPARTED XAP',
      'ARRIVED HGS',
      'ARRIVED ATK',
    ]);
  });

  it('is not inherited before a box came aboard on the way', () => {
    expect(inheritedBy(aboard('2026-11-15T12:00:00Z', null))).toEqual(['ARRIVED ATK', 'DEPARTED ATK']);
  });

  it('is told once, though two boxes are aboard', () => {
    const two = aboard('2026-11-12T00:15:00Z', null);
    const row = shipment({
      cycles: [...two.cycles, { ...two.cycles[0]!, id: 'y2', container: 'TBJU4182660' }],
    });
    expect(inheritedBy(row)).toHaveLength(4);
  });

  it('is not inherited by what was never aboard', () => {
    expect(
      inheritedBy(shipment({ cycles: [{ id: 'y1', container: box, endedAt: null, aboard: '[]' }] })),
    ).toEqual([]);
  });

  it('does not stand twice where the shipment shows it by itself', () => {
    const facts = factsFromRows(
      { ...aboard('2026-11-12T00:15:00Z', null), claims: [trainSays[0]!] },
      new Map([[run, trainSays]]),
      noShips,
    );
    const departures = facts.claims.filter(({ event }) => event.place?.railStation === 'XAP');
    expect(departures.map((claim) => claim.inherited)).toEqual([false]);
  });
});

describe('cargo without boxes', () => {
  it('is aboard what its own claims name', () => {
    const run735 = 'FLIGHT:CV9735@2026-11-20';
    const plane = flight('CV9735', '2026-11-20');
    const own = told('AIRLINE', 'MANIFESTED', '2026-11-20 08:00', zhengzhouAirport, { on: plane, paper: 'AWB:172-26114686' }); // prettier-ignore
    const departure = told('AIRLINE', 'DEPARTED', '2026-11-20 10:55', zhengzhouAirport, { on: plane });
    const facts = factsFromRows(
      shipment({ claims: [rowOf(own)] }),
      new Map([[run735, [rowOf(departure)]]]),
      noShips,
    );
    expect(facts.claims.map((c) => [c.event.code, c.inherited])).toEqual([
      ['MANIFESTED', false],
      ['DEPARTED', true],
    ]);
  });
});
