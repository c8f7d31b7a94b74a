import { firstReceipt } from 'graph-schema/cypher/read/first-receipt';
import { listSeenWith } from 'graph-schema/cypher/read/seen-with';
import { knownShipments, type KnownShipmentRow } from 'graph-schema/cypher/read/known-shipments';
import type { Asker } from 'graph-schema/domain/access/asker';
import { tiesTogether, type IdentifierKey } from 'graph-schema/domain/identifier';
import { ordersTold } from 'graph-schema/domain/order-numbers';
import type { JourneyFacts } from 'graph-schema/domain/journey/facts';
import { townPointsOf } from 'graph-schema/domain/town-points';
import type { Services } from '../../context.ts';
import type { AsOfError } from '../../errors.ts';
import type { ShipmentView } from '../shipment-view.ts';
import { beforeService, inFuture, notYetKnown } from './as-of-refusals.ts';
import { findShipment } from './find-shipment.ts';
import { readKnownWorld, type KnownWorld, type Standing } from './known-world.ts';
import { viewsThen } from './views-then.ts';

/** Of one order; what was named with more is some trader's word for many. */
const PAPERS_MAX = 1000;

type Reads = Pick<Services, 'graph' | 'places' | 'now'> & { readonly asker: Asker };

/** What a number led to at an instant: shipments in the order of their anchors, and when the use of its box began. */
export interface HitThen {
  readonly shipment: ShipmentView;
  readonly anchor: IdentifierKey;
  readonly from: number | null;
}

/** Shipments by public id as they were known at an instant; null: there is no such id. Throws an `AsOfError`. */
export async function loadAsOf(
  reads: Reads,
  ids: readonly string[],
  at: number,
): Promise<(ShipmentView | AsOfError | null)[]> {
  const now = await checkInstant(reads, at);
  const rows = await reads.graph.run(knownShipments, { ids: [...new Set(ids)] });
  if (rows.length === 0) return ids.map(() => null);
  const world = await readKnownWorld(reads.graph, townPointsOf(reads.places), rows.flatMap(seedsOf), [
    at,
    now,
  ]);
  const [then, today] = world.standing as [Standing, Standing];
  const wanted = rows.flatMap((row) => {
    const facts = findShipment(then.shipments, row);
    return facts && isTold(facts) ? [{ row, facts }] : [];
  });
  const views = await viewsThen(reads, wanted, then, today);
  const byId = new Map(wanted.map(({ row }, index) => [row.asked, views[index]]));
  return ids.map((id) => {
    const row = rows.find(({ asked }) => asked === id);
    return row ? (byId.get(id) ?? notYetKnown(at, firstHeard(world, row))) : null;
  });
}

/** What numbers led to at an instant, by number. Throws an `AsOfError`. */
export async function lookUpAsOf(
  reads: Reads,
  keys: readonly IdentifierKey[],
  at: number,
): Promise<ReadonlyMap<IdentifierKey, readonly HitThen[]>> {
  const now = await checkInstant(reads, at);
  const seeds = [...keys, ...(await papersOfOrders(reads.graph, keys))];
  const { standing } = await readKnownWorld(reads.graph, townPointsOf(reads.places), seeds, [at, now]);
  const [then, today] = standing as [Standing, Standing];
  const isOrderOf = (key: IdentifierKey, facts: JourneyFacts) =>
    !tiesTogether(key) && ordersTold(facts, then.claims).has(key);
  const uses = new Map(then.cycles.map((cycle) => [cycle.id, cycle]));
  const hits = keys.map((key) =>
    then.shipments.filter(isTold).flatMap((facts) => {
      const own = facts.cycles.flatMap(({ id }) => uses.get(id) ?? []).filter(({ container }) => container === key);
      if (own.length === 0 && !facts.documents.includes(key) && !isOrderOf(key, facts)) return [];
      const begun = own.flatMap(({ from }) => from ?? []);
      return [{ facts, from: begun.length > 0 ? Math.max(...begun) : null }];
    }),
  ); // prettier-ignore
  const wanted = [...new Set(hits.flat().map(({ facts }) => facts))];
  const views = await viewsThen(
    reads,
    wanted.map((facts) => ({ facts, row: null })),
    then,
    today,
  );
  const viewOf = new Map(wanted.map((facts, index) => [facts, views[index]]));
  return new Map(
    keys.map((key, index) => [
      key,
      (hits[index] ?? []).flatMap(({ facts, from }) => {
        const shipment = viewOf.get(facts);
        return shipment ? [{ shipment, anchor: facts.anchor, from }] : [];
      }),
    ]),
  );
}

/** Papers that were ever named together with traders' references: what an order leads to is looked for among them. */
async function papersOfOrders(
  graph: Reads['graph'],
  keys: readonly IdentifierKey[],
): Promise<IdentifierKey[]> {
  const orders = keys.filter((key) => !tiesTogether(key));
  if (orders.length === 0) return [];
  const rows = await graph.run(listSeenWith, { keys: orders, max: PAPERS_MAX });
  return rows.flatMap(({ others }) =>
    others.filter((key) => !key.startsWith('CONTAINER:')),
  ) as IdentifierKey[];
}

/** A master of which only its house's papers speak is a number, and no shipment to see. */
function isTold({ claims }: JourneyFacts): boolean {
  return claims.length > 0;
}

/** The present instant; throws where nothing can be known as of the one asked for. */
export async function checkInstant(
  { graph, now }: Pick<Reads, 'graph' | 'now'>,
  at: number,
): Promise<number> {
  const present = now();
  if (at > present) throw inFuture(at, present);
  const [first] = await graph.run(firstReceipt, {});
  const began = first?.at ?? null;
  if (began === null || at < Date.parse(began)) throw beforeService(at, began);
  return present;
}

function seedsOf({ askedAnchor, anchor, documents, aliases }: KnownShipmentRow): IdentifierKey[] {
  return [askedAnchor, anchor, ...documents, ...aliases.map((one) => one.anchor)] as IdentifierKey[];
}

/** When it was first told of by one of its numbers, in the words of any sender. */
function firstHeard({ said }: KnownWorld, row: KnownShipmentRow): string | null {
  const numbers = new Set<string>([row.askedAnchor, row.anchor, ...row.documents]);
  const times = said
    .filter(({ event }) => event.documents.some(({ scheme, number }) => numbers.has(`${scheme}:${number}`)))
    .flatMap(({ said: voices }) => voices.map(({ knownAt, voice }) => knownAt ?? voice.receivedAt));
  return times.length > 0 ? times.reduce((a, b) => (a < b ? a : b)) : null;
}
