import type { Member } from './accounts.ts';
import type { Filter } from './filters.ts';
import { listedFor, seenBy, type ToldShipment } from './model.ts';
import { BEGINNING, NOW } from './moment.ts';
import type { AccessWorld } from './world.ts';

const AT_ONCE = 18;

/** Numbers of the shipments that a list says fit, by the place of the filter; whoever asks for what he may not see finds none. */
export async function listsOf(
  { by }: Member, filters: readonly Pick<Filter, 'asked'>[], { shipments, idOf }: AccessWorld, asOf: string | null = null,
): Promise<string[]> {
  const names = new Map(shipments.map((one) => [idOf(one), one.number]));
  const lists: string[] = [];
  for (let from = 0; from < filters.length; from += AT_ONCE) {
    const asked = filters.slice(from, from + AT_ONCE).map(
      (filter, index) =>
        `l${index}: shipments(first: 100, asOf: $asOf, filter: { ${filter.asked} }) { totalCount edges { node { id } } }`,
    );
    const data = await by.need<Record<string, { totalCount: number; edges: { node: { id: string } }[] }>>(`query ($asOf: DateTime) { ${asked.join(' ')} }`, { asOf });
    lists.push(...Object.values(data).map(({ totalCount, edges }) => {
      const found = edges.map(({ node }) => names.get(node.id) ?? node.id).sort();
      return totalCount === found.length ? found.join(' ') : `${found.join(' ')} counted ${totalCount}`;
    }));
  }
  return lists;
} // prettier-ignore

export function expectedLists(
  { asking }: Member,
  filters: readonly Filter[],
  { shipments }: AccessWorld,
): string[] {
  return filters.map(({ fits, group }) =>
    shipments
      .filter(
        (one) => fits(one) && listedFor(asking, one, NOW) && seenBy(asking, one, NOW)?.groups.has(group),
      )
      .map(({ number }) => number)
      .sort()
      .join(' '),
  );
}

const WATCH = `mutation ($name: String!) { createWatchList(name: $name) { ... on WatchList { id } } }`;
const ADD = `mutation ($id: ID!, $numbers: [String!]!) { addToWatchList(id: $id, numbers: $numbers) { ... on WatchAddition { rows { outcome } } } }`;
const WATCHED = `query ($id: ID!, $now: DateTime!) { shipments(first: 100, filter: { watchList: $id }) { totalCount edges { node { id } } }
  then: shipments(first: 100, asOf: $now, filter: { watchList: $id }) { edges { node { id } } }
  watchList(id: $id) { entries(first: 500) { entries { shipments { id } } } } }`;
interface Watched {
  readonly shipments: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly id: string } }[];
  };
  readonly then: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
  readonly watchList: {
    readonly entries: {
      readonly entries: readonly { readonly shipments: readonly { readonly id: string }[] }[];
    };
  };
}

/** Follows numbers in a list of their own: which shipments it shows, what its entries lead to, and how each number was taken. */
export async function watchedBy(
  { by }: Member,
  name: string,
  numbers: readonly string[],
  { shipments, idOf }: AccessWorld,
) {
  const names = new Map(shipments.map((one) => [idOf(one), one.number]));
  const {
    createWatchList: { id },
  } = await by.need<{ createWatchList: { id: string } }>(WATCH, { name });
  const { addToWatchList } = await by.need<{ addToWatchList: { rows: { outcome: string }[] } }>(ADD, {
    id,
    numbers,
  });
  const asked = { id, now: new Date(NOW).toISOString() };
  const { shipments: page, then, watchList } = await by.need<Watched>(WATCHED, asked);
  const sorted = (ids: readonly string[]) => [...new Set(ids.map((one) => names.get(one) ?? one))].sort();
  return {
    outcomes: [...new Set(addToWatchList.rows.map(({ outcome }) => outcome))],
    counted: page.totalCount,
    listed: sorted(page.edges.map(({ node }) => node.id)),
    listedThen: sorted(then.edges.map(({ node }) => node.id)),
    led: sorted(watchList.entries.entries.flatMap((entry) => entry.shipments.map((one) => one.id))),
  };
}

/** What is only for whom it is shown: numbers of papers, which no answer may hold to anybody else. */
export function secretsFrom({ asking }: Member, { shipments }: AccessWorld): string[] {
  const papersOf = ({ number, box, cargo }: ToldShipment) =>
    [number, cargo?.master && box.bill, box.booking, cargo?.order, cargo?.declared?.number, cargo?.transit?.number].filter((one) => one !== null && one !== undefined);
  const shown = new Set(shipments.filter((one) => seenBy(asking, one, NOW)?.groups.has('PAPERS')).flatMap(papersOf));
  return [...new Set(shipments.flatMap(papersOf))].filter((number) => !shown.has(number));
} // prettier-ignore

interface Page {
  readonly changes: { readonly entries: readonly { readonly shipmentId: string }[]; readonly cursor: string; readonly behind: number };
} // prettier-ignore

const CHANGES = `query ($after: String, $numbers: [String!]) { changes(after: $after, first: 500, filter: { numbers: $numbers }) {
  ... on FeedPage { cursor behind entries { shipmentId kind claims { code documents { value } equipmentReference } change { parts } } } ... on Error { message } } }`;

const FROM_THE_BEGINNING = `{ feedCursor(at: "${BEGINNING}") }`;

/** What came and went as interchanges, from the beginning on: `rel="monitor"` leads to such pages, and anybody can make one up. */
export async function ediSince({ by }: Member, message: 'iftsta' | 'codeco'): Promise<string> {
  const { feedCursor } = await by.need<{ feedCursor: string }>(FROM_THE_BEGINNING);
  const cursor = Buffer.from(JSON.stringify({ q: {}, f: feedCursor, s: null, past: null })).toString(
    'base64url',
  );
  let [path, text] = [`/edi/v1/${message}?${new URLSearchParams({ limit: '1000', cursor })}`, ''];
  for (;;) {
    const answer = await by.get(path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    text += await answer.text();
    const next = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
    if (next === undefined) return text;
    path = next;
  }
}

/** Everything that the feed has told from its beginning, as text, and of which shipments. */
export async function feedOf({ by }: Member, numbers: readonly string[] | null): Promise<{ ids: ReadonlySet<string>; text: string }> {
  const { feedCursor } = await by.need<{ feedCursor: string }>(FROM_THE_BEGINNING);
  const ids = new Set<string>();
  let [after, text, behind] = [feedCursor, '', 1];
  while (behind > 0) {
    const { changes } = await by.need<Page>(CHANGES, { after, numbers });
    for (const { shipmentId } of changes.entries) ids.add(shipmentId);
    text += JSON.stringify(changes.entries);
    [after, behind] = [changes.cursor, changes.behind];
  }
  return { ids, text };
} // prettier-ignore
