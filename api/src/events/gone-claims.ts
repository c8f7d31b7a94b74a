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
import { isNewsOfRun } from './entry-claims.ts';
import type { EntryViews } from './entry-views.ts';
import { goneOfRuns, stoodThen, type WentOfRun } from './gone-of-runs.ts';
import { repeated } from './repeated.ts';

/** A claim that showed on a shipment and does so no more. */
export interface GoneClaim {
  /** As it was told there, with all who ever said so. */
  readonly claim: FactClaim;
  /** The shipment that it was told of: also one that was merged into what it shows on now. */
  readonly shipmentId: string;
  /** When it went, epoch milliseconds. */
  readonly at: number;
  /** Somebody still says so, or did at the instant that was asked for, of other cargo. */
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
  const { graph } = reader;
  const told = entries.flatMap((entry) => {
    const view = views.get(entry.shipment);
    return (entry.kind === 'WITHDRAWN' || entry.kind === 'DERIVED') && view && view !== 'HIDDEN' ? [{ entry, view }] : [];
  });
  const news = new Set(told.flatMap(({ entry, view }) => (entry.kind === 'DERIVED' ? [view] : [])));
  const ofRuns = await goneOfRuns(graph, [...news]);
  const went = told.map(({ entry, view }) => ({
    entry,
    view,
    own: entry.kind === 'WITHDRAWN' ? entry.claims.map(({ id }): Went => ({ id, at: Date.parse(entry.at) })) : [],
    ofRun: entry.kind === 'DERIVED' ? (ofRuns.get(view.id) ?? []).filter(({ at }) => isNewsOfRun(at, entry.at)) : [],
  })).filter(({ own, ofRun }) => own.length + ofRun.length > 0);
  if (went.length === 0) return new Map();
  const [how, names] = await Promise.all([
    howTheyWent(graph, went.flatMap(({ own, ofRun }) => [...own.map(({ id }) => id), ...ofRun.map(({ claim }) => claim.id)])),
    graph.run(feedShipments, { ids: [...new Set(went.map(({ entry }) => entry.shipment))] }),
  ]);
  const aliases = new Map(names.map((row) => [row.id, row.aliases]));
  return new Map(
    went.map(({ entry, view, own, ofRun }) => {
      const gone = goneFrom(view, own, ofRun, how, reader);
      const known = [view.id, ...(aliases.get(view.id) ?? [])];
      return [entry.id, gone.flatMap((one) => known.map((shipmentId) => ({ ...one, shipmentId })))];
    }),
  );
} // prettier-ignore

/** What went from shipments by an instant (epoch milliseconds; null: by now), by their views of then, as far as that is kept. */
export function goneLoader(reader: Reader, until: number | null = null): DataLoader<ToldShipment, readonly GoneClaim[]> {
  const { graph } = reader;
  return new DataLoader(async (views) => {
    const [rows, ofRuns] = await Promise.all([
      graph.run(goneFromShipments, { ids: views.map(({ id }) => id) }),
      goneOfRuns(graph, views, until),
    ]);
    const ids = [...rows.map(({ id }) => id), ...[...ofRuns.values()].flat().map(({ claim }) => claim.id)];
    if (ids.length === 0) return views.map(() => []);
    const how = until === null ? await howTheyWent(graph, ids) : await howTheyHadGone(graph, ids, until);
    return views.map((view) => {
      const own = rows.flatMap(({ shipment, id, at }): Went[] => (shipment === view.id ? [{ id, at: Date.parse(at) }] : []));
      const isBy = ({ at }: { readonly at: number }) => until === null || at <= until;
      return goneFrom(view, own.filter(isBy), (ofRuns.get(view.id) ?? []).filter(isBy), how, reader);
    });
  }, { cache: false });
} // prettier-ignore

/** A claim of the shipment itself, and when it went (epoch milliseconds). */
interface Went {
  readonly id: string;
  readonly at: number;
}

interface How {
  readonly claim: FactClaim;
  readonly stands: boolean;
  readonly instead: readonly string[];
}

async function howTheyWent(graph: Asks, ids: readonly string[]): Promise<ReadonlyMap<string, How>> {
  const rows = await graph.run(listGoneClaims, { ids: [...new Set(ids)] });
  return new Map(rows.map(({ claim, ...how }) => [claim[0], { ...how, claim: factClaim(claim, false) }]));
}

/** What had come back or moved on since then was, by then, still of nobody, or of other cargo. */
async function howTheyHadGone(graph: Asks, ids: readonly string[], at: number): Promise<ReadonlyMap<string, How>> {
  const [how, stood] = await Promise.all([howTheyWent(graph, ids), stoodThen(graph, [...new Set(ids)], at)]);
  return new Map([...how].map(([id, one]) => [id, { ...one, stands: stood.has(id) }]));
} // prettier-ignore

function goneFrom(
  view: ToldShipment,
  own: readonly Went[],
  ofRuns: readonly WentOfRun[],
  how: ReadonlyMap<string, How>,
  { asker, mask }: Reader,
): GoneClaim[] {
  const inherited = new Map(ofRuns.map(({ claim, at }) => [claim.id, { claim, at }]));
  const went = new Map([...own.map(({ id, at }) => [id, at] as const), ...ofRuns.map(({ claim, at }) => [claim.id, at] as const)]);
  const standing = new Map(view.facts.claims.map((claim) => [claim.id, claim]));
  const found = (id: string) => standing.get(id) ?? standing.get(mask(id));
  const gone = [...went.keys()].filter((id) => !found(id)).flatMap((id) => inherited.get(id) ?? how.get(id) ?? []);
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
