import { rangeOfDays } from '../../time/days.ts';
import { orderOf, usualDirection } from './list-order.ts';
import type { ShipmentsQuestion } from './shipments.graphql.ts';

/** What the page can be limited by, as its address names it; the download takes the same names. */
export const TEXT_FILTERS = [
  'bill', 'houseBill', 'waybill', 'container', 'booking', 'purchaseOrder', 'declaration', 'transit',
  'consignor', 'consignee', 'declarant', 'vessel', 'voyage', 'train', 'flight', 'port', 'origin', 'destination', 'office',
] as const; // prettier-ignore
export type TextFilter = (typeof TEXT_FILTERS)[number];

export const DATE_FILTERS = ['departure', 'arrival', 'declared', 'released'] as const;

export const PHASES = [
  'BOOKED', 'PRE_CARRIAGE', 'AT_ORIGIN', 'IN_TRANSIT', 'AT_TRANSSHIPMENT', 'AT_DESTINATION', 'ON_CARRIAGE', 'DELIVERED',
  'COMPLETED', 'CANCELLED', 'UNKNOWN',
] as const; // prettier-ignore
export const EXCEPTIONS = [
  'ROLLED', 'MISSED_CONNECTION', 'PORT_OMITTED', 'WRONG_PLACE', 'ROUTE_DEVIATION', 'RETURNED_UNSHIPPED', 'CUT_OFF_AT_RISK', 'STEP_OVERDUE',
  'DWELL_OVER_LIMIT', 'LAST_FREE_DAY', 'CUSTOMS_STUCK', 'INSPECTION_OVERDUE', 'TRANSIT_OVERDUE', 'DOCUMENT_MISMATCH', 'SEAL_CHANGED',
  'REEFER_OUT_OF_RANGE', 'SILENT_SOURCE',
] as const; // prettier-ignore
export type ExceptionKind = (typeof EXCEPTIONS)[number];
export const SEVERITIES = ['CRITICAL', 'WARNING', 'INFO'] as const;
/** How many rows a page has; a whole morning's list fits on one. */
export const ROWS = [25, 100, 500, 1000] as const;

export type Address = Readonly<Record<string, string | undefined>>;

/** What stands in an address; a browser without scripts sends each column by itself. */
export function readAddress(said: Readonly<Record<string, string | readonly string[] | undefined>>): Address {
  const text = (name: string, value: string | readonly string[]) =>
    typeof value === 'string' ? value : name === 'columns' ? value.join(',') : (value[0] ?? '');
  const pairs = Object.entries(said).flatMap(([name, value]) => {
    const one = value === undefined ? '' : text(name, value);
    return one === '' ? [] : [[name, one] as const];
  });
  return Object.fromEntries(pairs);
}

const oneOf = <T extends string>(all: readonly T[], said: string | undefined): T | null =>
  all.find((one) => one === said) ?? null;

function rangeOf(address: Address, name: string) {
  const days = rangeOfDays(address[`${name}From`], address[`${name}Until`]);
  return days.from === null && days.until === null ? null : days;
}

/** What an address asks of the API; whatever it says that no filter knows is left out. */
export function questionOf(address: Address): ShipmentsQuestion {
  const phase = oneOf(PHASES, address['phase']);
  const severity = oneOf(SEVERITIES, address['attention']);
  const exception = oneOf(EXCEPTIONS, address['exception']);
  const texts = TEXT_FILTERS.map((name) => [name, address[name]?.trim().slice(0, 200) || null]);
  return {
    filter: {
      ...Object.fromEntries(texts),
      ...Object.fromEntries(DATE_FILTERS.map((name) => [name, rangeOf(address, name)])),
      phases: phase && [phase],
      attention: severity && [severity],
      exceptions: exception && [exception],
    },
    sort: orderOf(address),
    after: address['after'] ?? null,
  };
}

export type Rows = (typeof ROWS)[number];

export function rowsOf(address: Address, usual: Rows = ROWS[0]): Rows {
  return ROWS.find((rows) => String(rows) === address['rows']) ?? usual;
}

/** Whether an address leaves anything out; by what it is sorted and what is shown of it does not. */
export function isLimited(address: Address): boolean {
  return Object.values(questionOf(address).filter ?? {}).some((limit) => limit !== null);
}

/** Tables that a list is downloaded as: with what it shows, or with parties and goods besides. */
export const TABLES = [
  { name: 'csv', file: 'shipments.csv', more: '' },
  { name: 'xlsx', file: 'shipments.xlsx', more: '' },
  { name: 'xlsxCargo', file: 'shipments.xlsx', more: '&with=cargo' },
] as const;
export type TableFile = (typeof TABLES)[number]['file'];

/** Where the same list is downloaded, all of its pages. */
export function downloadAddress(file: TableFile, address: Address, locale: string): string {
  const { filter } = questionOf(address);
  const { by, direction } = orderOf(address);
  const query = new URLSearchParams({ lang: locale, sort: by });
  if (direction !== usualDirection(by)) query.set('direction', direction);
  for (const name of TEXT_FILTERS) if (filter?.[name]) query.set(name, filter[name]);
  for (const name of DATE_FILTERS) {
    const range = filter?.[name];
    if (range?.from) query.set(`${name}From`, range.from);
    if (range?.until) query.set(`${name}Until`, range.until);
  }
  if (filter?.phases?.[0]) query.set('phases', filter.phases[0]);
  if (filter?.exceptions?.[0]) query.set('exceptions', filter.exceptions[0]);
  if (filter?.attention?.[0]) query.set('attention', filter.attention[0]);
  return `/export/${file}?${query}`;
} // prettier-ignore
