import { EXCEPTION_WORDS, PHASE_WORDS, SEVERITY_WORDS } from '../../../src/search/export/words.ts';
import type { Somebody } from './asking.ts';

/** Rows of a table by the heads of its columns; a cell is empty where it says nothing. */
export type Row = Readonly<Record<string, string>>;

const rowsOf = ([heads = [], ...rows]: readonly (readonly string[])[]): Row[] =>
  rows.map((cells) => Object.fromEntries(heads.map((head, index) => [head, cells[index] ?? ''])));

/** Of a file as RFC 4180 has it. */
export function csvRows(text: string): Row[] {
  const lines = text.replace(/^\uFEFF/, '').trimEnd().split('\r\n');
  return rowsOf(lines.map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')));
} // prettier-ignore

/** Days from 1899-12-30 to the epoch. */
const EPOCH_DAYS = 25_569;
const minuteOf = (instant: string | number | null | undefined): string =>
  instant === null || instant === undefined ? '' : new Date(instant).toISOString().slice(0, 16).replace('T', ' '); // prettier-ignore

/** Of the text of a sheet; instants as CSV writes them. */
export function sheetRows(sheet: string): Row[] {
  const cell = /<c(?: t="inlineStr")?(?: s="(\d)")?(?:\/>|><is><t[^>]*>([^<]*)<\/t><\/is><\/c>|><v>([^<]*)<\/v><\/c>)/g;
  const cellsOf = (row: string) =>
    [...row.matchAll(cell)].map(([, style, text, value]) => {
      if (text !== undefined) return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      // A day has no exact part that is a minute.
      if (style === '1') return minuteOf(Math.round((Number(value) - EPOCH_DAYS) * 1440) * 60_000);
      return value ?? '';
    });
  return rowsOf([...sheet.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row]) => cellsOf(row ?? '')));
} // prettier-ignore

interface Place {
  readonly name: string;
}
interface Listed {
  readonly title: { readonly scheme: string; readonly value: string };
  readonly containers: readonly string[];
  readonly phase: keyof typeof PHASE_WORDS;
  readonly place: Place | null;
  readonly destination: Place | null;
  readonly next: { readonly code: string; readonly place: Place | null } | null;
  readonly eta: { readonly time: { readonly instant: string }; readonly late: number | null } | null;
  readonly departedAt: string | null;
  readonly arrivesAt: string | null;
  readonly declaredAt: string | null;
  readonly releasedAt: string | null;
  readonly changedAt: string | null;
  readonly attention: keyof typeof SEVERITY_WORDS | null;
  readonly exceptions: readonly { readonly kind: keyof typeof EXCEPTION_WORDS }[];
  readonly shipment: { readonly withheld: readonly string[] } | null;
}

const LISTED = `{ shipments(first: 100) { edges { node {
  title { scheme value } containers phase place { name } destination { name } next { code place { name } } eta { time { instant } late }
  departedAt arrivesAt declaredAt releasedAt changedAt attention exceptions { kind } shipment { withheld } } } } }`;

/** What GraphQL shows somebody of his shipments, as the rows of a table, with the groups that are withheld. */
export async function rowsShown(by: Somebody): Promise<{ readonly row: Row; readonly withheld: readonly string[] }[]> {
  const { shipments } = await by.need<{ shipments: { edges: { node: Listed }[] } }>(LISTED);
  return shipments.edges.map(({ node }) => ({ withheld: node.shipment?.withheld ?? [], row: rowOf(node) }));
} // prettier-ignore

function rowOf(one: Listed): Row {
  return {
    Number: one.title.value,
    'Kind of number': one.title.scheme,
    Containers: one.containers.join(' '),
    Phase: PHASE_WORDS[one.phase][0],
    Place: one.place?.name ?? '',
    Destination: one.destination?.name ?? '',
    'Next step': one.next?.code ?? '',
    'Next place': one.next?.place?.name ?? '',
    'ETA (UTC)': minuteOf(one.eta?.time.instant),
    'Minutes late': String(one.eta?.late ?? ''),
    'Departure (UTC)': minuteOf(one.departedAt),
    'Arrival (UTC)': minuteOf(one.arrivesAt),
    'Declared (UTC)': minuteOf(one.declaredAt),
    'Released (UTC)': minuteOf(one.releasedAt),
    Attention: one.attention === null ? '' : SEVERITY_WORDS[one.attention][0],
    Exceptions: [...new Set(one.exceptions.map(({ kind }) => EXCEPTION_WORDS[kind][0]))].join('; '),
    'Last change (UTC)': minuteOf(one.changedAt),
  };
}
