import { deriveJourney } from 'graph-schema/domain/journey/derive-journey';
import { factsOf, ship, told } from 'graph-schema/testing/journey-story';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { ningbo, rotterdam, santos, shanghai } from 'graph-schema/testing/sample-locations';
import { expect, it } from 'vitest';
import type { Context } from '../context.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { notYetKnown, tooLarge } from '../journey/as-of/as-of-refusals.ts';
import { activePorts } from './active-ports.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const THEN = Date.parse('2026-11-10T00:00:00Z');
const kapok = ship('KAPOK', '114S', '9074729');

type Place = typeof ningbo;

/** A cargo that was heard of last at an instant, and left a port then. */
function viewFrom(place: Place, number: number, heard: string, hangsOn?: string): ShipmentView {
  const paper = `MASTER_BILL:COSU${6500000000 + number}` as const;
  const facts = factsOf(paper, [told('CARRIER', 'DEPARTED', '2026-11-01 08:00', place, { paper, on: kapok, heard })]);
  return { id: idOf(number), facts, journey: deriveJourney(facts, THEN), hangsOn: hangsOn ?? paper } as unknown as ShipmentView;
} // prettier-ignore

const idOf = (number: number) => `shp_${String(number).padStart(6, '0')}`;

/** Of these something was received since; those stand as they did, in the order in which they changed, the last first. */
function graphOf(since: readonly (ShipmentView | Error)[], stood: readonly ShipmentView[]) {
  const idAt = (index: number) => `shp_since${index}`;
  const byId = new Map<string, ShipmentView | Error>([
    ...since.map((view, index) => [idAt(index), view] as const),
    ...stood.map((view) => [view.id, view] as const),
  ]);
  const run = async ({ name }: { name: string }, params: Record<string, unknown>): Promise<unknown[]> => {
    if (name === 'firstReceipt') return [{ at: '2026-10-01T00:00:00Z' }];
    if (name === 'changedSince') {
      expect(params['since']).toBe(THEN);
      return since.slice(0, Number(params['most'])).map((_, index) => ({ id: idAt(index) }));
    }
    expect([name, params['changedAtUntil']]).toEqual(['pageSummaries', THEN]);
    return [{ total: null, items: stood.slice(0, Number(params['limit'])).map(({ id }) => [id, 0]) }];
  };
  const shipmentsThen = {
    loadMany: async (asked: readonly { id: string; at: number }[]) => asked.map(({ id }) => byId.get(id) ?? null),
  };
  return { graph: { run }, asker: { sight: 'ALL' }, now: () => NOW, places: sampleGazetteer, shipmentsThen } as unknown as Context;
} // prettier-ignore

const many = (place: Place, count: number, heard: string) =>
  Array.from({ length: count }, (_, index) => viewFrom(place, index, heard));

it('counts as of an instant those that had changed last then, whatever changed since', async () => {
  const since = [
    // Before those that stand, among them, and behind the hundredth.
    viewFrom(santos, 900, '2026-11-09T00:00:00Z'),
    viewFrom(rotterdam, 901, '2026-11-08T00:00:00Z'),
    viewFrom(shanghai, 902, '2026-11-02T00:00:00Z'),
    notYetKnown(THEN, null),
  ];
  const counts = await activePorts(graphOf(since, many(ningbo, 120, '2026-11-08T00:00:00Z')), THEN);
  expect(Object.fromEntries(counts)).toEqual({ BRSSZ: 1, NLRTM: 1, CNNBO: 98 });
});

it('counts cargo once that several ids lead to', async () => {
  const one = viewFrom(santos, 900, '2026-11-09T00:00:00Z');
  expect([...(await activePorts(graphOf([one, { ...one, id: 'shp_before' }], []), THEN))]).toEqual([
    ['BRSSZ', 1],
  ]);
});

it('refuses where it could not count all: too many changed since, or one is too large, or nobody can know', async () => {
  const refusal = (since: readonly (ShipmentView | Error)[], at = THEN) =>
    activePorts(graphOf(since, many(ningbo, 3, '2026-11-08T00:00:00Z')), at).then(
      () => null,
      (error: unknown) => (error as { code: string }).code,
    );
  expect(await refusal(many(santos, 501, '2026-11-09T00:00:00Z'))).toBe('AS_OF_TOO_LARGE');
  expect(await refusal(many(santos, 500, '2026-11-09T00:00:00Z'))).toBeNull();
  expect(await refusal([tooLarge(100)])).toBe('AS_OF_TOO_LARGE');
  expect(await refusal([], NOW + 1)).toBe('AS_OF_IN_FUTURE');
  expect(await refusal([], Date.parse('2020-01-01T00:00:00Z'))).toBe('AS_OF_BEFORE_SERVICE');
});
