import { isTooLarge } from '../journey/as-of/by-halves.ts';
import type { ShipmentView, ToldShipment } from '../journey/shipment-view.ts';
import type { EventReads } from './event-reads.ts';

/** Up to so many shipments are sorted together though nobody asked for an order. */
const FEW = 100;
/** More are not sorted for one answer. */
export const MOST_SORTED = 1_000;
/** Shipments that one answer of a walk reads; then its page ends, however full it is. */
const MOST_WALKED = 250;
const BATCH = 25;

export const MODES = ['WALK', 'SORTED'] as const;
/** Shipment by shipment, or all of them sorted together. */
export type Mode = (typeof MODES)[number];
/** Values of the fields that a list is sorted by, then what decides between equals. */
export type Position = readonly (string | number | null)[];

/** What a standard's list of events is asked for. */
export interface EventQuestion<E> {
  /** Shipments behind the numbers that it names, in order of their ids; null: it names none, and all may match. */
  readonly named: readonly string[] | null;
  /** Nothing that was received before matters, epoch milliseconds; null: everything does. */
  readonly since: number | null;
  readonly limit: number;
  /** Fields that an order is asked by; none: by when events were created, as far as there is an order. */
  readonly sort: readonly {
    readonly descending: boolean;
    readonly valueOf: (event: E) => string | number | null;
  }[];
  /** Where the page before ended; null: the first page. */
  readonly at: { readonly mode: Mode; readonly after: Position | null } | null;
  readonly createdOf: (event: E) => number;
  readonly idOf: (event: E) => string;
  /** Whether a shipment is asked for by its own number. */
  readonly isNamed: (view: ToldShipment) => boolean;
  /** What is told of shipments of which nothing stands; left out: nothing. */
  readonly emptied?: (ids: readonly string[]) => Promise<ReadonlyMap<string, ToldShipment>>;
  /** Events of a shipment that match. */
  readonly toldOf: (view: ToldShipment) => readonly E[] | Promise<readonly E[]>;
}

export interface EventPage<E> {
  readonly events: readonly E[];
  readonly mode: Mode;
  /** Behind what the next page begins; null: this is the last one. */
  readonly next: Position | null;
  /** Behind what the last page begins; left out: not known, or it is this one. */
  readonly last?: Position | null;
  /** Of an instant: some cargo hangs together with too much to be looked back at, and no page tells of it. */
  readonly isPartial: boolean;
}

/**
 * One page; null: more shipments than are sorted for one answer. Events of few shipments, or those that a sort is asked for, are
 * sorted together, else by when they were created; else they come shipment by shipment, in the order of ids, so that a page costs
 * the same at the end of millions as at their beginning.
 */
export async function pageOfEvents<E>(asked: EventQuestion<E>, reads: EventReads): Promise<EventPage<E> | null> {
  const { named, at, since } = asked;
  if (at?.mode === 'WALK') return walkedPage(asked, reads);
  const isAsked = asked.sort.length > 0 || at !== null;
  const most = isAsked || named ? MOST_SORTED : FEW;
  const ids = named ?? (await reads.walk('', since, most + 1));
  if (ids.length <= most) return sortedPage(ids, asked, reads);
  return isAsked || named ? null : walkedPage(asked, reads);
} // prettier-ignore

async function sortedPage<E>(
  ids: readonly string[],
  asked: EventQuestion<E>,
  reads: EventReads,
): Promise<EventPage<E>> {
  const { limit, idOf, createdOf, sort } = asked;
  const positionOf = (event: E): Position =>
    sort.length > 0 ? [...sort.map(({ valueOf }) => valueOf(event)), idOf(event)] : [createdOf(event), idOf(event)];
  const compare = comparePositions(sort.map(({ descending }) => descending));
  const found: { readonly event: E; readonly position: Position }[] = [];
  let isPartial = false;
  for (let from = 0; from < ids.length; from += BATCH) {
    const { views, isCut } = await shownOf(ids.slice(from, from + BATCH), asked, reads);
    isPartial ||= isCut;
    const told = await Promise.all(views.map(async (view) => asked.toldOf(view)));
    found.push(...told.flat().map((event) => ({ event, position: positionOf(event) })));
  }
  found.sort((a, b) => compare(a.position, b.position));
  const after = asked.at?.after ?? null;
  const rest = after === null ? found : found.filter(({ position }) => compare(position, after) > 0);
  const page = rest.slice(0, limit);
  const isLast = page.length === rest.length;
  const inLast = rest.length % limit || limit;
  return {
    events: page.map(({ event }) => event),
    mode: 'SORTED',
    next: isLast ? null : (page.at(-1)?.position ?? null),
    ...(isLast ? {} : { last: rest.at(-inLast - 1)?.position ?? null }),
    isPartial,
  };
} // prettier-ignore

/** Position in a walk: shipment, time of creation, id. The last two are null behind the whole of a shipment. */
async function walkedPage<E>(asked: EventQuestion<E>, reads: EventReads): Promise<EventPage<E>> {
  const { limit, since, createdOf, idOf } = asked;
  const [shipment = null, created = null, id = null] = asked.at?.after ?? [];
  const within = created === null ? null : [created, id];
  const compare = comparePositions([]);
  const found: { readonly event: E; readonly position: Position }[] = [];
  let isPartial = false;
  const end = (next: Position | null): EventPage<E> => ({
    events: found.slice(0, limit).map(({ event }) => event),
    mode: 'WALK',
    next,
    isPartial,
  });
  let at = String(shipment ?? '');
  // Of the shipment in which the page before ended the rest comes first.
  let ids: readonly string[] = within === null ? [] : [at];
  for (let walked = 0; walked < MOST_WALKED; walked += ids.length, ids = []) {
    if (ids.length === 0) ids = await reads.walk(at, since, BATCH);
    if (ids.length === 0) return end(null);
    const { views, isCut } = await shownOf(ids, asked, reads);
    isPartial ||= isCut;
    const all = await Promise.all(views.map(async (view) => asked.toldOf(view)));
    for (const [index, view] of views.entries()) {
      const told = (all[index] ?? []).map((event) => ({ event, position: [view.id, createdOf(event), idOf(event)] }));
      told.sort((a, b) => compare(a.position.slice(1), b.position.slice(1)));
      const isSplit = within !== null && view.id === shipment;
      found.push(...(isSplit ? told.filter(({ position }) => compare(position.slice(1), within) > 0) : told));
      if (found.length > limit) return end(found[limit - 1]?.position ?? null);
    }
    at = ids.at(-1) ?? at;
  }
  return end([at, null, null]);
} // prettier-ignore

interface Shown {
  readonly views: readonly ToldShipment[];
  /** Some could not be looked back at, and are left out. */
  readonly isCut: boolean;
}

/** Shipments that the asker sees. What a house takes over of its master is told of the master, where that is seen, too. */
async function shownOf<E>(
  ids: readonly string[],
  { named, isNamed, emptied }: EventQuestion<E>,
  reads: EventReads,
): Promise<Shown> {
  const load = (id: string) => reads.shipments.load(id).catch(named === null ? tooLarge : null);
  const seen = await Promise.all(ids.map(load));
  const isCut = seen.includes('TOO_LARGE');
  const gone = await emptied?.(ids.filter((_, index) => !seen[index]));
  const found = ids.flatMap((id, index) => onlyView(seen[index]) ?? gone?.get(id) ?? []);
  const shown = await Promise.all(
    found.map(async (view) => {
      const master = view.related.find(({ relation }) => relation === 'MASTER');
      if (!master || isNamed(view)) return view;
      return onlyView(await load(master.shipmentId)) ? null : view;
    }),
  );
  // A walk reads many, and none of them twice.
  for (const id of ids) reads.shipments.clear(id);
  return { views: shown.flatMap((view) => view ?? []), isCut };
} // prettier-ignore

/** Whoever names cargo is told that it is too large to be looked back at; among all that there is it is left out. */
export function tooLarge(error: unknown): 'TOO_LARGE' {
  if (isTooLarge(error)) return 'TOO_LARGE';
  throw error;
}

export function onlyView(seen: ShipmentView | 'TOO_LARGE' | null | undefined): ShipmentView | null {
  return seen && seen !== 'TOO_LARGE' ? seen : null;
}

/** What lacks a field stands behind what has it, in both directions. */
export function comparePositions(descending: readonly boolean[]) {
  return (a: Position, b: Position): number => {
    for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
      const [left = null, right = null] = [a[i], b[i]];
      if (left === right) continue;
      if (left === null || right === null) return left === null ? 1 : -1;
      const order = left < right ? -1 : 1;
      return descending[i] ? -order : order;
    }
    return 0;
  };
}
