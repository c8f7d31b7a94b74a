import { SORTS, type SortName } from '../../../src/search/orderings.ts';
import type { Somebody } from './asking.ts';

/** A row of a list as it is shown, with what is withheld of its shipment. */
export interface ShownRow {
  readonly id: string;
  readonly title: { readonly value: string };
  readonly containers: readonly string[];
  readonly phase: string;
  readonly departedAt: string | null;
  readonly arrivesAt: string | null;
  readonly declaredAt: string | null;
  readonly releasedAt: string | null;
  readonly changedAt: string | null;
  readonly attention: string | null;
  readonly exceptions: readonly { readonly kind: string; readonly severity: string }[];
  readonly eta: { readonly time: { readonly instant: string }; readonly late: number | null } | null;
  readonly shipment: { readonly withheld: readonly string[] } | null;
}

const ROW = `id title { value } containers phase departedAt arrivesAt declaredAt releasedAt changedAt attention exceptions { kind severity }
  eta { time { instant } late } shipment { withheld }`;

interface Page {
  readonly shipments: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: ShownRow }[];
  };
}

interface ShownList {
  readonly rows: readonly ShownRow[];
  readonly total: number;
}

type Direction = 'ASCENDING' | 'DESCENDING';
export interface Order {
  readonly by: SortName;
  readonly direction: Direction;
}
export const ORDERS: readonly Order[] = (Object.keys(SORTS) as SortName[]).flatMap((by) =>
  (['ASCENDING', 'DESCENDING'] as const).map((direction) => ({ by, direction })),
);
export const USUAL: Order = { by: 'URGENCY', direction: 'DESCENDING' };

/** A whole list, so many rows at a time. `filter`: as it stands in a question. */
export async function listOf(
  by: Somebody,
  { filter = '', order = USUAL, first = 100 }: { filter?: string; order?: Order; first?: number } = {},
): Promise<ShownList> {
  const rows: ShownRow[] = [];
  const asked = `query ($after: String, $first: Int!) { shipments(first: $first, after: $after, filter: { ${filter} }, sort: { by: ${order.by}, direction: ${order.direction} }) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { ${ROW} } } } }`;
  let after: string | null = null;
  for (;;) {
    const { shipments }: Page = await by.need<Page>(asked, { after, first });
    rows.push(...shipments.edges.map(({ node }) => node));
    after = shipments.pageInfo.endCursor;
    if (!shipments.pageInfo.hasNextPage) return { rows, total: shipments.totalCount };
  }
}

interface Ordered {
  readonly ids: readonly string[];
  readonly cursors: readonly string[];
}

/** The whole list in each order, in one request. */
export async function ordersOf(by: Somebody): Promise<readonly Ordered[]> {
  const asked = ORDERS.map((order, index) => `o${index}: shipments(first: 100, sort: { by: ${order.by}, direction: ${order.direction} }) { pageInfo { endCursor } edges { cursor node { id } } }`);
  const data = await by.need<Record<string, { pageInfo: { endCursor: string | null }; edges: { cursor: string; node: { id: string } }[] }>>(`{ ${asked.join(' ')} }`);
  return ORDERS.map((_, index) => {
    const { pageInfo, edges = [] } = data[`o${index}`] ?? {};
    return { ids: edges.map(({ node }) => node.id), cursors: [...edges.map(({ cursor }) => cursor), ...(pageInfo?.endCursor ? [pageInfo.endCursor] : [])] };
  });
} // prettier-ignore

const PHASES = [
  'UNKNOWN', 'CANCELLED', 'BOOKED', 'PRE_CARRIAGE', 'AT_ORIGIN', 'IN_TRANSIT', 'AT_TRANSSHIPMENT', 'AT_DESTINATION', 'ON_CARRIAGE',
  'DELIVERED', 'COMPLETED',
]; // prettier-ignore
const GRADES = ['INFO', 'WARNING', 'CRITICAL'];

const instant = (said: string | null) => (said === null ? null : Date.parse(said));
/** What rows are sorted by, as they are shown; null: not known. */
const VALUES: Readonly<Record<SortName, (row: ShownRow) => number | null>> = {
  // Of equal weight what changed last.
  URGENCY: ({ attention, changedAt }) => (attention === null ? 0 : 1 + gradeOf(attention)) * 1e13 + Date.parse(changedAt ?? ''),
  PHASE: ({ phase, changedAt }) => (PHASES.indexOf(phase) + 1) * 1e13 - Date.parse(changedAt ?? ''),
  CHANGED: ({ changedAt }) => instant(changedAt),
  DEPARTURE: ({ departedAt }) => instant(departedAt),
  ARRIVAL: ({ arrivesAt }) => instant(arrivesAt),
  DECLARED: ({ declaredAt }) => instant(declaredAt),
  RELEASED: ({ releasedAt }) => instant(releasedAt),
}; // prettier-ignore

function gradeOf(attention: string): number {
  const grade = GRADES.indexOf(attention);
  if (grade < 0) throw new Error(`${attention} is no grade`);
  return grade;
}

/** Rows in the order that follows from what they show: what is not known goes last, whichever way; equals by id. */
export function inOrder(rows: readonly ShownRow[], { by, direction }: Order): ShownRow[] {
  const way = direction === 'DESCENDING' ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [VALUES[by](one), VALUES[by](other)];
    if ((a === null) !== (b === null)) return a === null ? 1 : -1;
    return way * ((a ?? 0) - (b ?? 0) || (one.id < other.id ? -1 : 1));
  });
}

/** A filter by what rows show, and which of them it stands for. */
export interface ShownFilter {
  readonly asked: string;
  readonly fits: (row: ShownRow) => boolean;
}

const RANGES: Readonly<Record<string, (row: ShownRow) => string | null>> = {
  departure: (row) => row.departedAt,
  arrival: (row) => row.arrivesAt,
  eta: (row) => row.eta?.time.instant ?? null,
  declared: (row) => row.declaredAt,
  released: (row) => row.releasedAt,
  changed: (row) => row.changedAt,
};

/** By all phases, exceptions and grades that there are, and by each time before, from and between what there is of it: `all` of whoever sees all. */
export function shownFilters(all: readonly ShownRow[]): ShownFilter[] {
  const each = (values: readonly string[]) => [...new Set(values)].sort();
  const ranges = Object.entries(RANGES).flatMap(([field, of]): ShownFilter[] => {
    const times = each(all.flatMap((row) => of(row) ?? []));
    return times.flatMap((from, index): ShownFilter[] => {
      const until = times[index + 1];
      const isFrom = (row: ShownRow) => (of(row) ?? '') >= from;
      return [
        { asked: `${field}: { from: "${from}" }`, fits: isFrom },
        { asked: `${field}: { until: "${from}" }`, fits: (row) => of(row) !== null && !isFrom(row) },
        ...(until ? [{ asked: `${field}: { from: "${from}", until: "${until}" }`, fits: (row: ShownRow) => of(row) === from }] : []),
      ];
    });
  });
  return [
    ...each(all.map(({ phase }) => phase)).map((phase): ShownFilter => ({ asked: `phases: [${phase}]`, fits: (row) => row.phase === phase })),
    ...each(all.flatMap(({ exceptions }) => exceptions.map(({ kind }) => kind))).map((kind): ShownFilter => ({
      asked: `exceptions: [${kind}]`, fits: (row) => row.exceptions.some((one) => one.kind === kind),
    })),
    ...each(all.flatMap(({ attention }) => attention ?? [])).map((grade): ShownFilter => ({ asked: `attention: [${grade}]`, fits: (row) => row.attention === grade })),
    ...ranges,
  ];
} // prettier-ignore

/** What a cursor says to whoever looks into it. */
export function insideOf(cursor: string): string {
  return `${cursor} ${Buffer.from(cursor, 'base64url').toString('latin1')} ${Buffer.from(cursor, 'base64').toString('latin1')}`;
}

/** What an order goes by of a row, as digits; null: nothing that is not shown to everybody. */
export function digitsOf(row: ShownRow, by: SortName): string | null {
  const value = VALUES[by](row);
  return value === null || by === 'CHANGED' || (by === 'URGENCY' && row.attention === null)
    ? null
    : String(value);
}
