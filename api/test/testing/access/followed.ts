import type { Member } from './accounts.ts';
import type { Somebody } from './asking.ts';
import { entryFor, type OwnJourney, type SaidClaim, type SaidEntry } from './contents.ts';
import { seenBy } from './model.ts';
import { NOW } from './moment.ts';
import type { AccessWorld } from './world.ts';

const PLACE = 'place { id unLocode facility }';
const CLAIM = `id code classifier time { instant } ${PLACE} equipmentReference loadState transport { mode name voyage } documents { scheme value }`;
const EXCEPTION = 'id kind severity';
const PAGE = `... on FeedPage { cursor behind entries { id shipmentId kind mergedInto claims { ${CLAIM} }
  change { parts phase place { id } eta { time { instant } } opened { ${EXCEPTION} } changed { ${EXCEPTION} } closed { ${EXCEPTION} } } } }`;

interface FeedPage {
  readonly cursor: string;
  readonly behind: number;
  readonly entries: readonly SaidEntry[];
}

/** Where the feed stands for somebody. */
export async function cursorOf(by: Somebody): Promise<string> {
  return (await by.need<{ feedCursor: string }>('{ feedCursor }')).feedCursor;
}

/** What follows a cursor, asked for. */
export async function polled(by: Somebody, from: string): Promise<SaidEntry[]> {
  const entries: SaidEntry[] = [];
  let after = from;
  for (let behind = 1; behind > 0;) {
    const { changes } = await by.need<{ changes: FeedPage }>(`query ($after: String) { changes(after: $after, first: 500) { ${PAGE} } }`, { after });
    entries.push(...changes.entries);
    [after, behind] = [changes.cursor, changes.behind];
  }
  return entries;
} // prettier-ignore

/** What is pushed behind a cursor, until it is as much as there has to be; the first page comes at once. */
async function pushed<T>(by: Somebody, query: string, variables: Record<string, unknown>, { itemsOf, count }: { itemsOf: (data: Record<string, unknown>) => readonly T[]; count: number }): Promise<T[]> {
  const followed = by.follow<Record<string, unknown>>(query, variables);
  const items: T[] = [];
  do {
    const answer = await followed.next('a page', 30_000);
    if (!answer?.data) throw new Error(JSON.stringify(answer?.errors ?? 'it is over'));
    items.push(...itemsOf(answer.data));
  } while (items.length < count);
  await followed.close();
  return items;
} // prettier-ignore

export function followedFeed(by: Somebody, after: string, count: number): Promise<SaidEntry[]> {
  const itemsOf = (data: Record<string, unknown>) => (data['statusFeed'] as FeedPage).entries;
  return pushed(by, `subscription ($after: String) { statusFeed(after: $after, first: 7) { ${PAGE} } }`, { after }, { itemsOf, count }); // prettier-ignore
}

export interface SaidNews {
  readonly news: string;
  readonly shipmentId: string;
  readonly exception: { readonly id: string; readonly kind: string; readonly severity: string };
}

export function followedExceptions(by: Somebody, after: string, count: number): Promise<SaidNews[]> {
  const itemsOf = (data: Record<string, unknown>) =>
    (data['exceptions'] as { news: readonly SaidNews[] }).news;
  return pushed(by, `subscription ($after: String) { exceptions(after: $after) { ... on ExceptionPage { cursor news { news shipmentId exception { ${EXCEPTION} } } } } }`, { after }, { itemsOf, count }); // prettier-ignore
}

/** What entries say of exceptions, as news. */
export function newsIn(entries: readonly SaidEntry[]): SaidNews[] {
  return entries.flatMap(({ shipmentId, change }) =>
    change
      ? ([['OPENED', change.opened], ['CHANGED', change.changed], ['CLOSED', change.closed]] as const).flatMap(([news, some]) =>
          some.map(({ id, kind, severity }) => ({ news, shipmentId, exception: { id, kind, severity } })),
        )
      : [],
  );
} // prettier-ignore

export interface SaidMove {
  readonly news: string;
  readonly shipmentId: string;
  readonly claim: SaidClaim;
}

export function followedPort(by: Somebody, port: string, after: string, count: number): Promise<SaidMove[]> {
  const itemsOf = (data: Record<string, unknown>) => (data['portActivity'] as { moves: readonly SaidMove[] }).moves; // prettier-ignore
  return pushed(by, `subscription ($port: ID!, $after: String) { portActivity(port: $port, after: $after) { ... on PortActivityPage { cursor moves { news shipmentId claim { ${CLAIM} } } } } }`, { port, after }, { itemsOf, count }); // prettier-ignore
}

/** What entries say of a port, as moves there. */
export function movesIn(entries: readonly SaidEntry[], port: string): SaidMove[] {
  return entries.flatMap(({ kind, shipmentId, claims }) =>
    kind === 'ADDED' || kind === 'WITHDRAWN'
      ? claims
          .filter(({ place }) => place?.unLocode === port)
          .map((claim) => ({ news: kind, shipmentId, claim }))
      : [],
  );
}

const JOURNEY = 'query ($id: ID!) { shipment(id: $id) { ... on Shipment { journey { phase currentPlace { id } eta { time { instant } } exceptions { id } } } } }'; // prettier-ignore

/** What the model says somebody is told of entries that whoever sees all was told. */
export async function expectedOf({ by, asking }: Pick<Member, 'by' | 'asking'>, all: readonly SaidEntry[], { shipments, idOf }: AccessWorld): Promise<SaidEntry[]> {
  const told: SaidEntry[] = [];
  const byId = new Map(shipments.map((one) => [idOf(one), one]));
  const journeys = new Map<string, OwnJourney | null>();
  for (const entry of all) {
    const shipment = byId.get(entry.shipmentId);
    if (!shipment) throw new Error(`${entry.shipmentId} is none that was told of`);
    if (!journeys.has(entry.shipmentId)) {
      const isSeen = seenBy(asking, shipment, NOW) !== null;
      const shown = isSeen ? (await by.need<{ shipment: { journey: OwnJourney } }>(JOURNEY, { id: entry.shipmentId })).shipment.journey : null;
      journeys.set(entry.shipmentId, shown);
    }
    const one = entryFor(entry, shipment, asking, journeys.get(entry.shipmentId) ?? null);
    if (one) told.push(one);
  }
  return told;
} // prettier-ignore

/** In an order that says nothing: what is promised is the order of each shipment. */
export function byShipment<T extends { readonly shipmentId: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (a.shipmentId < b.shipmentId ? -1 : Number(a.shipmentId > b.shipmentId)));
}
