import { papersOf } from 'graph-schema/domain/access/bearing';
import type { Asker, SightKey } from 'graph-schema/domain/access/asker';
import { dimensionOf } from 'graph-schema/domain/event-code';
import { isWanted, type FeedFilter } from 'graph-schema/domain/feed/feed-filter';
import { summaryOf } from 'graph-schema/domain/summary/summary';
import type { SummaryChange } from 'graph-schema/domain/summary/summary-change';
import { numbersShown } from '../access/numbers-shown.ts';
import type { Seeing } from '../access/see-shipment.ts';
import type { ShipmentView, ToldShipment } from '../journey/shipment-view.ts';
import { namesFor } from './names-for.ts';
import type { ToldClaim, ToldEntry } from './told-batch.ts';

/** What somebody sees of shipments now, by id. */
export type See = (asker: Asker, ids: readonly string[]) => Promise<ReadonlyMap<string, ShipmentView>>;

/** Views in the order of their ids (null: none) by id. */
export function viewsById(
  ids: readonly string[],
  views: readonly (ShipmentView | null | undefined)[],
): ReadonlyMap<string, ShipmentView> {
  return new Map(ids.flatMap((id, index) => (views[index] ? [[id, views[index]]] : [])));
}

/** Why a shipment was open that is told with its papers. */
const WITH_PAPERS = /^(?:PARTY|OFFICE):/;

/**
 * Entries as far as the one who asks may see them. The keys of a shipment say whose it may be; what counts is what he sees of it
 * now: of nothing, no entry; of a part, that part of what the entry tells, and none where that is nothing. What he filters by is
 * held against that part again, so that nothing he does not see decides.
 */
export async function toldTo(
  entries: readonly ToldEntry[],
  filter: FeedFilter,
  asker: Asker,
  see: See,
  mask: Seeing['access']['mask'],
): Promise<readonly ToldEntry[]> {
  const { sight } = asker;
  if (sight === 'ALL') return entries;
  // By a number alone he is told only of what shows it to him.
  const isByNumber = Boolean(filter.numbers ?? filter.watchList);
  const named = isByNumber ? (filter.shipments ?? []) : [];
  const views = await see(asker, [...new Set([...entries.map(({ shipment }) => shipment), ...named])]);
  const meant = new Set(named.flatMap((id) => views.get(id)?.id ?? []));
  return entries.flatMap((entry) => {
    // What is hidden from him he does not see any more, and is told so; by a number only if he knew its numbers.
    if (entry.kind === 'HIDDEN') return isHiddenTold(entry, filter, sight) ? [entry] : [];
    const view = views.get(entry.shipment);
    const told = view && seenEntry(entry, view, mask);
    if (!told) return [];
    const isNamed = !isByNumber || meant.has(view.id);
    const names = {
      aliases: [view.id, ...(isNamed ? (filter.shipments ?? []) : [])],
      numbers: [...numbersShown(view)],
    };
    return isWanted(told, namesFor(told, names, filter), filter) ? [told] : [];
  });
}

function isHiddenTold(
  { shipment, keys }: ToldEntry,
  filter: FeedFilter,
  sight: readonly SightKey[],
): boolean {
  if (!(filter.numbers ?? filter.watchList) || filter.shipments || filter.watched?.shipments.has(shipment))
    return true;
  return keys.some((key) => sight.includes(key) && WITH_PAPERS.test(key));
}

/** Null: he sees nothing of what it tells. */
function seenEntry(entry: ToldEntry, view: ShipmentView, mask: Seeing['access']['mask']): ToldEntry | null {
  const claims = entry.kind === 'WITHDRAWN' ? goneFrom(entry, view, mask) : standing(entry, view, mask);
  const derived = entry.derived && seenChange(entry.derived, view);
  // That something went is told whatever it was: he may have seen it.
  const isNothing = claims.length === 0 && derived === null;
  if (isNothing && (entry.kind === 'ADDED' || entry.derived !== null)) return null;
  return { ...entry, claims, codes: claims.map(({ event }) => event.code), derived };
}

/** Of what came that which his view of it has. */
function standing({ claims }: ToldEntry, { facts }: ShipmentView, mask: Seeing['access']['mask']): ToldClaim[] {
  const seen = new Map(facts.claims.map((claim) => [claim.id, claim]));
  return claims.flatMap(({ id }) => {
    const claim = seen.get(id) ?? seen.get(mask(id));
    return claim ? [{ id: claim.id, event: claim.event }] : [];
  });
} // prettier-ignore

/** Of what went, that which names papers that a reader sees, and no other: no view has it any more. */
export function goneInSight(claims: readonly ToldClaim[], { facts, withheld }: ToldShipment, mask: Seeing['access']['mask']) {
  if (withheld.includes('PAPERS')) return [];
  const shown = new Set<string>([facts.anchor, ...facts.documents]);
  const seen = claims.filter(({ event }) => {
    const papers = papersOf({ event });
    return papers.every((key) => shown.has(key)) && (papers.length > 0 || dimensionOf(event.code) === 'LOGISTICS');
  });
  return seen.map(({ id, event }) => ({ id: withheld.length === 0 ? id : mask(id), from: id, event }));
} // prettier-ignore

function goneFrom({ claims }: ToldEntry, view: ShipmentView, mask: Seeing['access']['mask']): ToldClaim[] {
  return goneInSight(claims, view, mask).map(({ id, event }) => ({ id, event }));
}

/** What became different was found with all that is known: of it only what his own view of the journey has, too. */
function seenChange(change: SummaryChange, { journey, withheld }: ShipmentView): SummaryChange | null {
  const known = new Set(journey.exceptions.map(({ id }) => id));
  const only = (ids: readonly string[]) => ids.filter((id) => known.has(id));
  const parts = change.parts.filter((part) => part !== 'readiness' && !(part === 'eta' && withheld.includes('ETA')));
  const [opened, closed, changed] = [only(change.opened), only(change.closed), only(change.changed)];
  if (parts.length + opened.length + closed.length + changed.length === 0) return null;
  const now = summaryOf(journey);
  return {
    parts,
    opened,
    closed,
    changed,
    of: change.of?.filter(({ id }) => known.has(id)) ?? [],
    now: Object.fromEntries(parts.map((part) => [part, now[part]])),
  };
} // prettier-ignore
