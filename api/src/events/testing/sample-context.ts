import DataLoader from 'dataloader';
import type { Asker } from 'graph-schema/domain/access/asker';
import { splitKey, type IdentifierKey } from 'graph-schema/domain/identifier';
import type { FactClaim, JourneyFacts } from 'graph-schema/domain/journey/facts';
import { claimText } from 'graph-schema/identity/claim-text';
import { factsOf, ship, told, train } from 'graph-schema/testing/journey-story';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { ningbo, rotterdam, singapore, xianStation } from 'graph-schema/testing/sample-locations';
import type { Context } from '../../context.ts';
import type { ShipmentThen } from '../../journey/as-of/as-of-loader.ts';
import type { ShipmentView } from '../../journey/shipment-view.ts';

export const BILL = 'COSU6400000017';
export const BOOKING = '6400000017';
export const BOX = 'CSQU3054383';
export const OTHER_BOX = 'TBJU4182505';
const bill = `MASTER_BILL:${BILL}` as const;
const kapok = ship('KAPOK', '114S', '9074729');
const meridian = ship('MERIDIAN', '012W', '9321483');

const sea = [
  told('CARRIER', 'BOOKING_CONFIRMED', '2026-10-10 09:00', null, { paper: `BOOKING:${BOOKING}` }),
  told('TERMINAL', 'GATED_IN', '2026-10-24 08:00', ningbo, { box: BOX, load: 'FULL', on: kapok, paper: bill }),
  told('TERMINAL', 'LOADED', '2026-10-25 22:48', ningbo, { box: BOX, on: kapok, paper: bill }),
  told('CARRIER', 'DEPARTED', '2026-10-26 06:00', ningbo, { on: kapok, paper: bill, inherited: true }),
  told('CARRIER', 'BL_ISSUED', '2026-10-26 12:00', null, { paper: bill }),
  told('TERMINAL', 'DISCHARGED', '2026-10-30 18:10', singapore, { box: BOX, load: 'FULL', on: kapok, paper: bill }),
  told('CARRIER', 'ARRIVED', '2026-11-29 10:00', rotterdam, { classifier: 'PLANNED', on: meridian, paper: bill, heard: '2026-10-01T00:00:00Z' }),
  told('CUSTOMS', 'DECL_RELEASED', '2026-10-22 10:00', ningbo, { paper: 'DECLARATION:310420260000012345' }),
  told('CUSTOMS', 'MANIFEST_ACCEPTED', '2026-10-23 10:00', ningbo, { paper: bill }),
  told('INTERNAL', 'PASSED', '2026-10-27 10:00', singapore, { on: kapok, inherited: true }),
]; // prettier-ignore
const rail = [
  told('RAIL', 'DEPARTED', '2026-10-20 08:00', xianStation, { box: OTHER_BOX, load: 'FULL', on: train('X8024', '2026-10-20'), paper: 'RAIL_NOTE:26638154' }),
]; // prettier-ignore

function papers(...keys: readonly IdentifierKey[]): readonly IdentifierKey[] {
  return keys;
}

/** A sea and a rail cargo, as the loaders of a request would answer them. */
export function sampleViews(more: readonly ShipmentView[] = []): ShipmentView[] {
  const bySea = { ...factsOf(bill, sea), shipmentId: 'shp_aaaaaaaaaaaaaaaa', documents: papers(bill, `BOOKING:${BOOKING}`) };
  const byRail = { ...factsOf('RAIL_NOTE:26638154', rail), shipmentId: 'shp_bbbbbbbbbbbbbbbb' };
  return [viewOf(bySea), viewOf(byRail), ...more];
} // prettier-ignore

/** A house under the sea cargo's bill, which shows the master's moves, too. */
export function houseView(): ShipmentView {
  const house = 'HOUSE_BILL:NBHX0001';
  const facts = { ...factsOf(house, sea.slice(1, 4)), shipmentId: 'shp_cccccccccccccccc', master: bill };
  const view = viewOf({ ...facts, documents: papers(house, bill) });
  return {
    ...view,
    related: [{ relation: 'MASTER', title: splitKey(bill), shipmentId: 'shp_aaaaaaaaaaaaaaaa' }],
  };
}

/** As many cargos as wanted, each with one move. */
export function manyViews(count: number): ShipmentView[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(6, '0');
    const paper = `MASTER_BILL:COSU6500${number}` as const;
    const claims = [told('CARRIER', 'BL_ISSUED', '2026-10-26 12:00', null, { paper })];
    return viewOf({ ...factsOf(paper, claims), shipmentId: `shp_many${number}xxxxxx` });
  });
}

function viewOf(facts: JourneyFacts): ShipmentView {
  return { id: facts.shipmentId, facts, related: [], withheld: [] } as unknown as ShipmentView;
}

/** A claim that went from a shipment at an instant, with the ids of those that are said in its place. */
export interface SampleGone {
  readonly shipment: string;
  readonly claim: FactClaim;
  readonly at: string;
  readonly instead?: readonly string[];
  /** The run of which it was told, and not of the shipment. */
  readonly run?: IdentifierKey;
}

/** When the first message came; before, nothing was known. */
const BEGAN = '2026-10-01T00:00:00Z';

/** What had been received of a shipment by an instant (epoch milliseconds), with what went since; null: nothing had. */
function viewThen(view: ShipmentView, gone: readonly SampleGone[], at: number): ShipmentView | null {
  const since = gone.filter(
    ({ shipment, run, at: went }) => shipment === view.id && run === undefined && Date.parse(went) > at,
  );
  const claims = [...view.facts.claims, ...since.map(({ claim }) => claim)].filter(({ voices }) =>
    voices.some(({ receivedAt }) => Date.parse(receivedAt) <= at),
  );
  return claims.length > 0 ? { ...view, facts: { ...view.facts, claims } } : null;
}

/** A request that sees these shipments, and what went from them. */
export function contextOf(
  views: readonly ShipmentView[],
  sight: Asker['sight'] = 'ALL',
  gone: readonly SampleGone[] = [],
): Context {
  const byId = new Map(views.map((view) => [view.id, view]));
  const ids = [...byId.keys()].sort();
  const mayOpen = (id: string) => sight === 'ALL' || sight.includes(`SHIPMENT:${id}`);
  const isUnder = (key: string, { facts }: ShipmentView) =>
    facts.documents.some((paper) => paper === key) ||
    facts.cycles.some(({ container }) => `CONTAINER:${container}` === key);
  const run = async ({ name }: { name: string }, params: Record<string, unknown>): Promise<unknown[]> => {
    const asked = (params['ids'] as string[] | undefined) ?? [];
    if (name === 'goneFromShipments')
      return gone
        .filter(({ shipment, run: of }) => of === undefined && asked.includes(shipment))
        .map(({ shipment, claim, at }) => ({ shipment, id: claim.id, at }));
    if (name === 'goneFromRuns') {
      const runs = (params['runs'] as [string][]).map(([key]) => key);
      return gone.flatMap((one) =>
        one.run !== undefined && runs.includes(one.run) ? [goneRunRow(one, one.run)] : [],
      );
    }
    if (name === 'listKnownRetractions')
      return gone.map(({ claim, at }) => ({
        thread: claim.id,
        cancelled: 1,
        replaced: -1,
        receivedAt: at,
        until: null,
      }));
    if (name === 'listFormerClaims')
      return gone.filter(({ claim }) => asked.includes(claim.id)).map((one) => goneRunRow(one, bill));
    if (name === 'shipNames') return [];
    if (name === 'firstReceipt') return [{ at: BEGAN }];
    if (name === 'knownShipments') return asked.map((id) => ({ asked: id, id, aliases: [] }));
    if (name === 'listGoneClaims') return gone.filter(({ claim }) => asked.includes(claim.id)).map(goneRow);
    if (name === 'feedShipments') return asked.map((id) => ({ id, aliases: [], numbers: [], sight: null }));
    // Keys here open the shipment of their name.
    const opened = (id: string) =>
      (params['queries'] as string[] | undefined)?.includes(`sight:"SHIPMENT:${id}"`) ?? true;
    const rows = ids.filter((id) =>
      name.startsWith('walk')
        ? id > String(params['after']) && opened(id)
        : id.startsWith(String(params['prefix'])),
    );
    return rows.slice(0, Number(params['limit'] ?? 3)).map((id) => ({ id }));
  };
  return {
    now: () => Date.parse('2026-11-07T00:00:00Z'),
    asker: { kind: 'MEMBER', organisation: null, sight },
    places: sampleGazetteer,
    log: { error: () => undefined },
    access: { mask: (id: string) => id },
    graph: { run },
    shipments: new DataLoader(async (asked: readonly string[]) =>
      asked.map((id) => (mayOpen(id) ? (byId.get(id) ?? null) : null)),
    ),
    shipmentsThen: new DataLoader(
      async (asked: readonly ShipmentThen[]) =>
        asked.map(({ id, at }) => {
          const view = mayOpen(id) ? byId.get(id) : undefined;
          return view ? viewThen(view, gone, at) : null;
        }),
      { cacheKeyFn: ({ id, at }) => `${at} ${id}` },
    ),
    numbers: new DataLoader(async (keys: readonly string[]) =>
      keys.map((key) =>
        views
          .filter((view) => isUnder(key, view) && mayOpen(view.id))
          .map(({ id }) => ({ shipment: id, anchor: null, from: null })),
      ),
    ),
  } as unknown as Context;
}

const voiceRows = ({ voices }: FactClaim) =>
  voices.map(({ rawId, sha256, format, receivedAt, source, messageRef, span }) => [
    rawId, sha256, format, receivedAt, source.id, source.name, source.nameZh, source.kind, messageRef, span.start, span.end, null,
  ]); // prettier-ignore

/** As the graph answers it. */
function goneRow({ claim, instead = [] }: SampleGone) {
  return { claim: [claim.id, claimText(claim.event), null, voiceRows(claim)], stands: false, instead };
}

/** Each claim stands in a thread of its own. */
function goneRunRow({ claim }: SampleGone, run: IdentifierKey) {
  const said = voiceRows(claim).map((voice) => [voice, claim.id, 1, false, null, null]);
  return { id: claim.id, runs: [run], claim: claimText(claim.event), said };
}
