import { eventTimeFromIso } from 'graph-schema/domain/event-time';
import { placeRef, transport } from 'graph-schema/domain/claim';
import type { Leg } from 'graph-schema/domain/journey/legs';
import type { PlaceRef } from 'graph-schema/domain/tracking-event';
import { expect, it } from 'vitest';
import { portRuns, type ToldOfRun } from './port-runs.ts';

const at = (iso: string) => {
  const time = eventTimeFromIso(iso);
  if (!time) throw new Error(iso);
  return time;
};
const arrived = at('2026-11-20T09:00:00+08:00');
const berthed = at('2026-11-20T12:15:00+08:00');
const now = Date.parse('2026-11-20T10:00:00Z');
const told = (code: string | null, berth: string | null) =>
  placeRef({ unLocode: 'CNNBO', facility: code === null ? null : { scheme: 'LOCAL', code }, berth });

/** A ship with cargo for a terminal, and what two shipments tell of where she made fast. */
function shown(bill: PlaceRef, ...quays: PlaceRef[]) {
  const leg = {
    id: 'VOYAGE:9074729/114S', mode: 'VESSEL', transport: transport({ mode: 'VESSEL', vesselImo: '9074729', voyage: '114S' }),
    from: placeRef({ unLocode: 'KRPUS' }), to: bill, containers: [],
    arrival: { planned: null, estimated: null, actual: arrived, lateMinutes: null },
    departure: { planned: null, estimated: null, actual: null, lateMinutes: null },
  } as unknown as Leg; // prettier-ignore
  const of = (place: PlaceRef, index: number): ToldOfRun => ({
    id: `ARRIVAL ${leg.id}`,
    shipment: `${index}`,
    leg,
    steps: [{ code: 'BERTHED', time: berthed, place }],
  });
  return portRuns(quays.map(of), now).map(({ state, place }) => [state, place.facility?.code, place.berth]);
}

it('says at which berth of which terminal a ship lies, by what is told of her making fast', () => {
  expect(shown(told('BLCT2', null), told('BLCT3', '8'))).toEqual([['AT_BERTH', 'BLCT3', '8']]);
  expect(shown(told('BLCT3', null), told('BLCT3', null), told('BLCT3', '8'))).toEqual([['AT_BERTH', 'BLCT3', '8']]); // prettier-ignore
});

it('says the terminal that her cargo names where nobody tells at which she made fast', () => {
  expect(shown(told('BLCT3', null), told(null, null))).toEqual([['AT_BERTH', 'BLCT3', null]]);
});
