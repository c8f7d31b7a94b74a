import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { getJourneyRules } from '../../../src/reference/journey-rules.ts';
import { factsOf, flight, told } from '../../../src/testing/journey-story.ts';
import { luxembourgAirport, ningbo, rotterdam, singapore, zhengzhouAirport } from '../../../src/testing/sample-locations.ts'; // prettier-ignore
import { showJourney } from '../../../src/testing/show-journey.ts';
import { bill, box, full, kapok, meridian } from '../stories/first-call.ts';

const derive = (now: string, ...claims: readonly FactClaim[]) =>
  deriveJourney(factsOf(bill, claims), Date.parse(now), getJourneyRules(Infinity));
const planned = { classifier: 'PLANNED', paper: bill } as const;
const early = { ...planned, on: kapok, heard: '2026-10-01T00:00:00Z' } as const;
const later = { ...planned, on: meridian, heard: '2026-10-28T00:00:00Z' } as const;

const missed = [
  told('CARRIER', 'DEPARTED', '2026-10-26 06:00', ningbo, early),
  told('CARRIER', 'ARRIVED', '2026-10-30 06:00', singapore, early),
];
const taken = [
  told('CARRIER', 'DEPARTED', '2026-11-07 17:00', ningbo, later),
  told('CARRIER', 'ARRIVED', '2026-11-29 17:00', rotterdam, later),
];
const gatedIn = told('TERMINAL', 'GATED_IN', '2026-10-23 14:05', ningbo, { ...full, on: kapok });

describe('cargo that missed the ship it was planned on', () => {
  it('waits for the ship of the later plan, and the former plan is kept beside', () => {
    expect(showJourney(derive('2026-10-30T00:00:00Z', ...missed, gatedIn, ...taken))).toMatchInlineSnapshot(`
      "AT_ORIGIN at CNNBO | next DEPARTED CNNBO 11-07 17:00 PLANNED | ETA NLRTM 11-29 17:00 PLANNED 0 min late | ON_ROUTE
        10-23 14:05 CNNBO GATED_IN FULL CSQU3054383 KAPOK 114S
        ? 11-07 17:00 CNNBO DEPARTED MERIDIAN 012W
        ? 11-29 17:00 NLRTM ARRIVED MERIDIAN 012W
      > VESSEL PLANNED CNNBO ?11-07 17:00 → NLRTM ?11-29 17:00 MERIDIAN 012W
      x VOYAGE:9321483/012W instead: ? 10-26 06:00 CNNBO DEPARTED KAPOK 114S
      x VOYAGE:9321483/012W instead: ? 10-30 06:00 SGSIN ARRIVED KAPOK 114S
      CSQU3054383 AT_ORIGIN"
    `);
  });

  it('has one plan that passed and no word of another ship: the ship is overdue', () => {
    expect(showJourney(derive('2026-10-27T00:00:00Z', ...missed, gatedIn))).toMatchInlineSnapshot(`
      "AT_ORIGIN at CNNBO | next DEPARTED CNNBO 10-26 06:00 PLANNED | ETA SGSIN 10-30 06:00 PLANNED 0 min late | ON_ROUTE | overdue since 2026-10-25T22:00:00.000Z
        10-23 14:05 CNNBO GATED_IN FULL CSQU3054383 KAPOK 114S
        ? 10-26 06:00 CNNBO DEPARTED KAPOK 114S
        ? 10-30 06:00 SGSIN ARRIVED KAPOK 114S
      > VESSEL PLANNED CNNBO ?10-26 06:00 → SGSIN ?10-30 06:00 KAPOK 114S
      CSQU3054383 AT_ORIGIN"
    `);
  });

  it('is back on the first ship when that is said last', () => {
    const again = told('CARRIER', 'DEPARTED', '2026-10-29 06:00', ningbo, { ...early, heard: '2026-10-28T09:00:00Z' }); // prettier-ignore
    const journey = derive('2026-10-28T12:00:00Z', ...missed, gatedIn, ...taken, again);
    expect(journey.next).toMatchObject({ code: 'DEPARTED', time: { local: '2026-10-29T06:00:00' } });
    expect(journey.overtaken.map((plan) => plan.run)).toEqual(['VOYAGE:9321483/012W']);
  });

  it('is on the ship that took it, whatever is said of the other', () => {
    const loaded = told('TERMINAL', 'LOADED', '2026-11-07 07:00', ningbo, { ...full, on: meridian });
    const late = missed.map((plan) => ({ ...plan, voices: plan.voices.map((voice) => ({ ...voice, receivedAt: '2026-11-07T09:00:00.000Z' })) })); // prettier-ignore
    const journey = derive('2026-11-08T00:00:00Z', ...late, gatedIn, ...taken, loaded);
    expect(showJourney(journey)).toMatchInlineSnapshot(`
      "AT_ORIGIN at CNNBO | next DEPARTED CNNBO 11-07 17:00 PLANNED | ETA NLRTM 11-29 17:00 PLANNED 0 min late | ON_ROUTE | overdue since 2026-11-07T09:00:00.000Z
        10-23 14:05 CNNBO GATED_IN FULL CSQU3054383 KAPOK 114S
        11-07 07:00 CNNBO LOADED FULL CSQU3054383 MERIDIAN 012W
        ? 11-07 17:00 CNNBO DEPARTED MERIDIAN 012W
        ? 11-29 17:00 NLRTM ARRIVED MERIDIAN 012W
      > VESSEL PLANNED CNNBO ?11-07 17:00 → NLRTM ?11-29 17:00 MERIDIAN 012W
      x VOYAGE:9321483/012W instead: ? 10-26 06:00 CNNBO DEPARTED KAPOK 114S
      x VOYAGE:9321483/012W instead: ? 10-30 06:00 SGSIN ARRIVED KAPOK 114S
      CSQU3054383 AT_ORIGIN"
    `);
  });
});

describe('two plans that stand side by side', () => {
  const other = 'CBHU6142088';
  const boxes = [gatedIn, told('TERMINAL', 'GATED_IN', '2026-10-23 15:00', ningbo, { ...full, box: other })];

  it('are those of two boxes', () => {
    const plans = [
      told('CARRIER', 'LOADED', '2026-10-26 03:00', ningbo, { ...early, box }),
      told('CARRIER', 'LOADED', '2026-11-07 10:00', ningbo, { ...later, box: other }),
    ];
    const { legs, overtaken } = derive('2026-10-25T00:00:00Z', ...boxes, ...plans);
    expect(legs.map((leg) => leg.containers)).toEqual([[box], [other]]);
    expect(overtaken).toEqual([]);
  });

  it('are those of the box that sailed and of the one that it left behind', () => {
    const loaded = told('TERMINAL', 'LOADED', '2026-10-25 22:00', ningbo, { ...full, on: kapok });
    const left = told('TERMINAL', 'DEPARTED', '2026-10-26 06:20', ningbo, { on: kapok, inherited: true });
    const journey = derive('2026-10-30T00:00:00Z', ...missed, ...boxes, loaded, left, ...taken);
    expect(journey.containers.map((c) => `${c.reference} ${c.phase}`)).toEqual([`${box} IN_TRANSIT`, `${other} AT_ORIGIN`]);
    expect(journey.legs.map((leg) => `${leg.state} ${leg.transport?.vesselName}`)).toEqual(['UNDERWAY KAPOK', 'PLANNED MERIDIAN']);
    expect(journey.next).toMatchObject({ code: 'DEPARTED', time: { local: '2026-11-07T17:00:00' } });
  }); // prettier-ignore

  it('are those of two bookings', () => {
    const of = (booking: `BOOKING:${string}`, plan: typeof early | typeof later, when: string) =>
      told('CARRIER', 'DEPARTED', when, ningbo, { ...plan, paper: booking });
    const plans = [of('BOOKING:8200000017', early, '2026-10-26 06:00'), of('BOOKING:8200000025', later, '2026-11-07 17:00')]; // prettier-ignore
    expect(derive('2026-10-25T00:00:00Z', ...boxes, ...plans).overtaken).toEqual([]);
  });

  it('are those of two parts by air', () => {
    const awb = 'AWB:172-26114686';
    const [first, second] = [flight('CV9735', '2026-10-27'), flight('CV9737', '2026-10-28')];
    const part = (on: typeof first, when: string, pieces: number, heard: string) =>
      told('AIRLINE', 'DEPARTED', when, zhengzhouAirport, { on, paper: awb, classifier: 'PLANNED', pieces: { pieces, ofPieces: 10 }, heard }); // prettier-ignore
    const facts = factsOf(awb, [
      part(first, '2026-10-27 10:00', 6, '2026-10-20T00:00:00Z'),
      part(second, '2026-10-28 10:00', 4, '2026-10-21T00:00:00Z'),
    ]);
    const journey = deriveJourney(facts, Date.parse('2026-10-25T00:00:00Z'), getJourneyRules(Infinity));
    expect(journey.overtaken).toEqual([]);
    expect(journey.legs).toHaveLength(2);
  });

  it('are two parts of the way', () => {
    const on = { ...planned, on: meridian, heard: '2026-10-02T00:00:00Z' } as const;
    const way = [...missed, told('CARRIER', 'DEPARTED', '2026-11-07 17:00', singapore, on), told('CARRIER', 'ARRIVED', '2026-11-29 10:00', rotterdam, on)]; // prettier-ignore
    const { legs, overtaken } = derive('2026-10-25T00:00:00Z', gatedIn, ...way);
    expect(overtaken).toEqual([]);
    expect(legs.map((leg) => `${leg.from?.unLocode} ${leg.to?.unLocode}`)).toEqual(['CNNBO SGSIN', 'SGSIN NLRTM']);
  }); // prettier-ignore

  it('leaves a flight alone that comes after the one before', () => {
    const awb = 'AWB:172-26114686';
    const on = flight('CV9737', '2026-10-28');
    const landed = told('AIRLINE', 'DEPARTED', '2026-10-27 10:00', zhengzhouAirport, { on: flight('CV9735', '2026-10-27'), paper: awb }); // prettier-ignore
    const onward = told('AIRLINE', 'DEPARTED', '2026-10-28 10:00', luxembourgAirport, { on, paper: awb, classifier: 'PLANNED' }); // prettier-ignore
    const journey = deriveJourney(factsOf(awb, [landed, onward]), Date.parse('2026-10-27T12:00:00Z'));
    expect(journey.overtaken).toEqual([]);
  });
});
