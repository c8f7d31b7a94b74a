import { expect } from 'vitest';
import { ask, type Answer } from './ask.ts';

/** A row of a list, and what is open of it, by id. */
export interface ListRow {
  readonly title: { readonly scheme: string; readonly value: string };
  readonly phase: string;
  readonly place: { readonly id: string } | null;
  readonly destination: { readonly id: string } | null;
  readonly next: string | null;
  readonly eta: string | null;
  readonly exceptions: readonly string[];
}

const ROW =
  'title { scheme value } phase place { id } destination { id } next { code } eta { time { instant } } exceptions { id }';
const LIST = `query ($first: Int!, $after: String, $asOf: DateTime, $filter: ShipmentFilter) {
  shipments(first: $first, after: $after, asOf: $asOf, filter: $filter) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { ${ROW} shipment { title { value } asOf } } } } }`;
const KNOWN = `query ($id: ID!, $asOf: DateTime) { shipment(id: $id, asOf: $asOf) { ... on Shipment {
  title { scheme value } journey { phase currentPlace { id } destination { id } next { code } eta { time { instant } } exceptions { id closedAt } } } } }`;

interface Listed extends Omit<ListRow, 'next' | 'eta' | 'exceptions'> {
  readonly next: { readonly code: string } | null;
  readonly eta: { readonly time: { readonly instant: string } } | null;
  readonly exceptions: readonly { readonly id: string; readonly closedAt?: string | null }[];
}

interface Known {
  readonly title?: ListRow['title'];
  readonly journey: Omit<Listed, 'title' | 'place'> & { readonly currentPlace: ListRow['place'] };
}

function row({ title, phase, place, destination, next, eta, exceptions }: Listed): ListRow {
  const open = exceptions.filter((one) => !one.closedAt).map(({ id }) => id).sort();
  return { title, phase, place, destination, next: next?.code ?? null, eta: eta?.time.instant ?? null, exceptions: open };
} // prettier-ignore

function rowOf({ title, journey }: Known): ListRow {
  if (!title) throw new Error('a shipment without a title');
  return row({ ...journey, title, place: journey.currentPlace });
}

/** The same of shipments asked for one by one, by number, without those that nobody had told of. */
export async function rowsThen(
  url: string,
  asOf: string,
  ids: readonly string[],
): Promise<Map<string, ListRow>> {
  const rows = new Map<string, ListRow>();
  for (const id of ids) {
    const { data } = await ask<{ shipment: Known }>(url, KNOWN, { id, asOf });
    if (data?.shipment.title) rows.set(data.shipment.title.value, rowOf(data.shipment));
  }
  return rows;
}

interface Page {
  readonly shipments: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly {
      readonly node: Listed & { readonly shipment: { readonly asOf: string; readonly title: { readonly value: string } } | null };
    }[];
  };
} // prettier-ignore

/** A whole list, page by page. */
export async function listThen(url: string, asOf: string, filter: object, first: number): Promise<ListRow[]> {
  const rows: ListRow[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: Answer<Page> = await ask<Page>(url, LIST, { first, after, asOf, filter });
    if (!answer.data) throw new Error(JSON.stringify(answer));
    const { totalCount, pageInfo, edges }: Page['shipments'] = answer.data.shipments;
    for (const { node } of edges) {
      expect(node.shipment).toEqual({
        asOf: new Date(asOf).toISOString(),
        title: { value: node.title.value },
      });
      rows.push(row(node));
    }
    after = pageInfo.endCursor;
    if (pageInfo.hasNextPage) continue;
    expect(rows).toHaveLength(totalCount);
    return rows;
  }
}

/** Why a list cannot be answered; null: it can. */
export async function refusalOf(url: string, asOf: string): Promise<string | null> {
  const { errors } = await ask(url, LIST, { first: 10, asOf, filter: {} });
  return errors?.[0]?.extensions?.code ?? null;
}
