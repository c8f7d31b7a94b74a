import { goneFromShipments, listGoneClaims } from 'graph-schema/cypher/read/gone-claims';
import { feedShipments } from 'graph-schema/cypher/feed/feed-shipments';
import type { Asks } from 'graph-schema/cypher/statement';
import type { Asker } from 'graph-schema/domain/access/asker';
import type { FactClaim } from 'graph-schema/domain/journey/facts';
import { factClaim } from 'graph-schema/facts/facts-from-rows';
import DataLoader from 'dataloader';
import type { ToldEntry } from '../feed/told-batch.ts';
import { goneInSight } from '../feed/told-to.ts';
import type { ToldShipment } from '../journey/shipment-view.ts';
import type { EntryViews } from './entry-views.ts';
import { repeated } from './repeated.ts';

/** A claim that showed on a shipment and does so no more. */
export interface GoneClaim {
  /** As it was told there, with all who ever said so. */
  readonly claim: FactClaim;
  /** The shipment that it was told of: also one that was merged into what it shows on now. */
  readonly shipmentId: string;
  /** When it went, epoch milliseconds. */
  readonly at: number;
  /** Somebody still says so, of other cargo. */
  readonly stands: boolean;
  /** Claims of this shipment that are said in its place. */
  readonly instead: readonly FactClaim[];
}

interface Reader {
  readonly graph: Asks;
  readonly asker: Asker;
  readonly mask: (id: string) => string;
}

/** What went by entries of the feed, by the id of each, as far as their reader may know it. */
export async function goneByEntries(
  entries: readonly ToldEntry[],
  views: EntryViews,
  reader: Reader,
): Promise<ReadonlyMap<string, readonly GoneClaim[]>> {
  const went = entries.filter(({ kind }) => kind === 'WITHDRAWN');
  if (went.length === 0) return new Map();
  const { graph } = reader;
  const [how, names] = await Promise.all([
    howTheyWent(graph, went.flatMap(({ claims }) => claims.map(({ id }) => id))),
    graph.run(feedShipments, { ids: [...new Set(went.map(({ shipment }) => shipment))] }),
  ]);
  const aliases = new Map(names.map((row) => [row.id, row.aliases]));
  return new Map(
    went.map((entry) => {
      const view = views.get(entry.shipment);
      if (!view || view === 'HIDDEN') return [entry.id, []];
      const ids = new Map(entry.claims.map(({ id }) => [id, Date.parse(entry.at)]));
      const gone = goneFrom(view, ids, how, reader);
      const told = [view.id, ...(aliases.get(view.id) ?? [])];
      return [entry.id, gone.flatMap((one) => told.map((shipmentId) => ({ ...one, shipmentId })))];
    }),
  );
} // prettier-ignore

/** What went from shipments, by their views, as far as that is kept. */
export function goneLoader(reader: Reader): DataLoader<ToldShipment, readonly GoneClaim[]> {
  const { graph } = reader;
  return new DataLoader(async (views) => {
    const rows = await graph.run(goneFromShipments, { ids: views.map(({ id }) => id) });
    if (rows.length === 0) return views.map(() => []);
    const how = await howTheyWent(graph, rows.map(({ id }) => id));
    return views.map((view) => {
      const ids = rows.flatMap(({ shipment, id, at }) => shipment === view.id ? [[id, Date.parse(at)] as const] : []);
      return goneFrom(view, new Map(ids), how, reader);
    });
  }, { cache: false });
} // prettier-ignore

interface How {
  readonly claim: FactClaim;
  readonly stands: boolean;
  readonly instead: readonly string[];
}

async function howTheyWent(graph: Asks, ids: readonly string[]): Promise<ReadonlyMap<string, How>> {
  const rows = await graph.run(listGoneClaims, { ids: [...new Set(ids)] });
  return new Map(rows.map(({ claim, ...how }) => [claim[0], { ...how, claim: factClaim(claim, false) }]));
}

function goneFrom(
  view: ToldShipment,
  went: ReadonlyMap<string, number>,
  how: ReadonlyMap<string, How>,
  { asker, mask }: Reader,
): GoneClaim[] {
  const standing = new Map(view.facts.claims.map((claim) => [claim.id, claim]));
  const found = (id: string) => standing.get(id) ?? standing.get(mask(id));
  const gone = [...went.keys()].filter((id) => !found(id)).flatMap((id) => how.get(id) ?? []);
  const isAll = asker.sight === 'ALL';
  const seen = new Map(gone.map(({ claim }) => [claim.id, claim]));
  const told = isAll ? [...seen].map(([id, claim]) => ({ from: id, id, claim })) : goneInSight(gone.map(({ claim }) => claim), view, mask).map(({ from, id }) => ({ from, id, claim: seen.get(from) }));
  return told.flatMap(({ from, id, claim }): GoneClaim[] => {
    const one = how.get(from);
    if (!claim || !one) return [];
    const event = isAll ? claim.event : repeated(claim.event);
    const instead = inPlaceOf(claim, one.instead.flatMap((other) => found(other) ?? []));
    return [{ claim: { ...claim, id, event }, shipmentId: view.id, at: went.get(from) ?? 0, stands: one.stands, instead }];
  });
} // prettier-ignore

/** Of all that a message says anew that which says the same of the same thing, else the same. */
function inPlaceOf({ event }: FactClaim, others: readonly FactClaim[]): readonly FactClaim[] {
  const alike = others.filter(({ event: other }) => other.code === event.code && other.classifier === event.classifier);
  const same = alike.filter(({ event: other }) => other.equipment?.reference === event.equipment?.reference);
  return same.length > 0 ? same : alike;
} // prettier-ignore
