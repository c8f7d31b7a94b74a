import { listClaimants } from 'graph-schema/cypher/read/claimants';
import { feedShipments } from 'graph-schema/cypher/feed/feed-shipments';
import { feedReader } from '../access/own-rules.ts';
import { isDerived } from 'graph-schema/domain/journey/facts';
import type { Context } from '../context.ts';
import { claimsThatCame, isNewsOfRun, tellsOfClaims } from '../events/entry-claims.ts';
import { viewsOfEntries, type EntryViews } from '../events/entry-views.ts';
import { goneOfRuns } from '../events/gone-of-runs.ts';
import { shipmentTelling } from '../events/shipment-telling.ts';
import { readChanges } from '../feed/follow-feed.ts';
import { ResyncError } from '../feed/resync-error.ts';
import type { ToldClaim, ToldEntry } from '../feed/told-batch.ts';
import { goneInSight, toldTo, viewsById, type See } from '../feed/told-to.ts';
import type { ToldShipment } from '../journey/shipment-view.ts';
import type { EdiMessage } from './interchange.ts';
import type { MessagePage, MessagesAsked } from './list-messages.ts';
import { feedFilterOf, keysOf } from './named.ts';
import type { FeedCursor } from './query.ts';

/**
 * A page of what came and went behind a cursor, in the order of each shipment: originals of what came and stands, cancellations of
 * what went and does not stand any more. So what a reference was told as last is how it stands.
 */
export async function followMessages(asked: MessagesAsked<FeedCursor>, context: Context): Promise<MessagePage | ResyncError> {
  const { filter, at, limit } = asked;
  const { asker, access, shipments } = context;
  const wanted = feedFilterOf(filter, at.s);
  const page = await readChanges(context, { after: at.f, first: limit, ...feedReader(asker), filter: wanted, also: tellsOfClaims });
  if (page instanceof ResyncError) return page;
  const see: See = async (_, ids) => viewsById(ids, await Promise.all(ids.map((id) => shipments.load(id))));
  const entries = await toldTo(page.entries, wanted, asker, see, access.mask);
  const isNamed = ({ id, facts }: ToldShipment) => id === filter.shipment || (keysOf(filter)?.includes(facts.anchor) ?? false);
  const views = await viewsOfEntries(entries, { asker, see }, isNamed);
  const gone = await goneAmong(page.entries, entries, views, context);
  const told = entries.flatMap((entry) => messagesOf(entry, views.get(entry.shipment) ?? null, gone, asked, context));
  const last = at.past && told.findIndex(([id, { reference }]) => id === at.past?.[0] && reference === at.past[1]);
  const rest = lastOfEach(told.slice((last ?? -1) + 1));
  const cut = rest.slice(0, limit).at(-1);
  const messages = rest.slice(0, limit).map(([, message]) => message);
  if (rest.length > limit && cut) return { messages, next: { ...at, past: [cut[0], cut[1].reference] }, monitor: null, isPartial: false };
  const behind = { ...at, f: page.cursor, past: null };
  const isOver = page.behind === 0;
  return { messages, next: isOver ? null : behind, monitor: isOver ? behind : null, isPartial: false };
} // prettier-ignore

/** Under which shipments a claim that went may have been told. */
interface Gone {
  readonly aliasesOf: (shipment: string) => readonly string[];
  /** Nobody ever said it but this service, which is not told. By the id that the asker knows the claim by. */
  readonly isOwn: (id: string) => boolean;
  /** What was taken back of a run with this news of it, as far as the asker may know it. */
  readonly ofRun: (entry: ToldEntry) => readonly ToldClaim[];
}

async function goneAmong(all: readonly ToldEntry[], entries: readonly ToldEntry[], views: EntryViews, context: Context): Promise<Gone> {
  const { graph, access } = context;
  const ofRun = await goneWithNews(entries, views, context);
  const went = all.filter(({ kind }) => kind === 'WITHDRAWN');
  const ids = [...new Set(went.flatMap(({ claims }) => claims.map(({ id }) => id)))];
  const named = [...went, ...entries.filter((entry) => ofRun(entry).length > 0)].map(({ shipment }) => shipment);
  if (named.length === 0) return { aliasesOf: () => [], isOwn: () => false, ofRun };
  const [claimants, names] = await Promise.all([
    ids.length > 0 ? graph.run(listClaimants, { ids }) : [],
    graph.run(feedShipments, { ids: [...new Set(named)] }),
  ]);
  const own = claimants.filter(({ kinds }) => kinds.every((kind) => kind === 'INTERNAL'));
  const isOwn = new Set(own.flatMap(({ id }) => [id, access.mask(id)]));
  const aliases = new Map(names.map((row) => [row.id, row.aliases]));
  return { aliasesOf: (shipment) => aliases.get(shipment) ?? [], isOwn: (id) => isOwn.has(id), ofRun };
} // prettier-ignore

async function goneWithNews(entries: readonly ToldEntry[], views: EntryViews, { graph, asker, access }: Context): Promise<Gone['ofRun']> {
  const viewOf = (entry: ToldEntry): ToldShipment[] => {
    const view = entry.kind === 'DERIVED' ? views.get(entry.shipment) : undefined;
    return view && view !== 'HIDDEN' ? [view] : [];
  };
  const gone = await goneOfRuns(graph, [...new Set(entries.flatMap(viewOf))]);
  return (entry) =>
    viewOf(entry).flatMap((view): readonly ToldClaim[] => {
      const went = (gone.get(view.id) ?? []).flatMap(({ claim, at }) => (isNewsOfRun(at, entry.at) && !isDerived(claim) ? [claim] : []));
      return asker.sight === 'ALL' ? went : goneInSight(went, view, access.mask);
    });
} // prettier-ignore

/** A message, and the id of the entry that brings it. */
type Told = readonly [entry: string, message: EdiMessage];

function messagesOf(
  entry: ToldEntry,
  view: ToldShipment | 'HIDDEN' | null,
  { aliasesOf, isOwn, ofRun }: Gone,
  { standard, fit }: MessagesAsked<FeedCursor>,
  { places, access }: Context,
): Told[] {
  if (view === 'HIDDEN') return [];
  const at = Date.parse(entry.at);
  const came = view ? claimsThatCame(entry, view, access.mask) : [];
  const shipment = view && came.length > 0 ? shipmentTelling(view.facts) : null;
  const originals = shipment === null ? [] : came.flatMap((claim) => standard.tell(claim, { shipment, places, fit, toldAt: at }) ?? []);
  const standing = new Set(view?.facts.claims.map(({ id }) => id));
  const taken = entry.kind === 'WITHDRAWN' ? entry.claims : ofRun(entry);
  const went = taken.filter(({ id }) => !standing.has(id) && !isOwn(id));
  const told = [entry.shipment, ...aliasesOf(entry.shipment)];
  const cancellations = went.flatMap((claim) =>
    told.flatMap((shipmentId) => standard.cancel({ id: claim.id, event: claim.event, shipmentId, at }, { places, fit }) ?? []),
  );
  return [...originals, ...cancellations]
    .sort((a, b) => (a.reference < b.reference ? -1 : 1))
    .map((message) => [entry.id, message]);
} // prettier-ignore

/** All that a page says of a reference is how it stands now: once is enough. */
function lastOfEach(told: readonly Told[]): readonly Told[] {
  const last = new Map(told.map((one) => [one[1].reference, one]));
  return told.filter((one) => last.get(one[1].reference) === one);
}
