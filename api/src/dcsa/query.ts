import { queryLimit } from './query-limit.ts';
import {
  DOCUMENT_TYPES,
  EQUIPMENT_CODES,
  EVENT_TYPES,
  SHIPMENT_CODES,
  TRANSPORT_CODES,
  wordOf,
} from './vocabulary.ts';

export type EventType = (typeof EVENT_TYPES)[number];

/** Filters by a word of a list; several are alternatives. */
export const WORD_FILTERS = {
  eventType: EVENT_TYPES,
  shipmentEventTypeCode: SHIPMENT_CODES,
  documentTypeCode: DOCUMENT_TYPES,
  transportEventTypeCode: TRANSPORT_CODES,
  equipmentEventTypeCode: EQUIPMENT_CODES,
} as const;

/** Filters by a text, with the longest that the standard allows. */
export const TEXT_FILTERS = {
  carrierBookingReference: 35,
  transportDocumentReference: 20,
  equipmentReference: 15,
  transportCallID: 100,
  vesselIMONumber: 7,
  exportVoyageNumber: 50,
  carrierServiceCode: 5,
  UNLocationCode: 5,
  /** Ids of a carrier's own database, which we never have: nothing matches. */
  transportDocumentID: 36,
  scheduleID: 36,
} as const;

/** What the standard deprecates, and what it is called now. */
export const FORMER_NAMES = {
  bookingReference: 'carrierBookingReference',
  carrierVoyageNumber: 'exportVoyageNumber',
} as const;

export const OPERATORS = ['eq', 'gte', 'gt', 'lte', 'lt'] as const;
export type Operator = (typeof OPERATORS)[number];
export const CREATED = 'eventCreatedDateTime';

export type WordFilter = keyof typeof WORD_FILTERS;
export type TextFilter = keyof typeof TEXT_FILTERS;

/** Which kinds of event can match a filter: to ask for one of another kind contradicts itself. */
const APPLIES: Readonly<Partial<Record<WordFilter | TextFilter, readonly EventType[]>>> = {
  shipmentEventTypeCode: ['SHIPMENT'],
  documentTypeCode: ['SHIPMENT'],
  transportDocumentID: ['SHIPMENT'],
  transportEventTypeCode: ['TRANSPORT'],
  equipmentEventTypeCode: ['EQUIPMENT'],
  transportCallID: ['TRANSPORT', 'EQUIPMENT'],
  vesselIMONumber: ['TRANSPORT', 'EQUIPMENT'],
  exportVoyageNumber: ['TRANSPORT', 'EQUIPMENT'],
  carrierServiceCode: ['TRANSPORT', 'EQUIPMENT'],
  UNLocationCode: ['TRANSPORT', 'EQUIPMENT'],
};

/** Fields that a list is sorted by. */
export const SORT_FIELDS = [
  CREATED,
  'eventDateTime',
  'eventID',
  'eventType',
  'eventClassifierCode',
  'shipmentEventTypeCode',
  'documentTypeCode',
  'documentID',
  'transportEventTypeCode',
  'equipmentEventTypeCode',
  'equipmentReference',
  'carrierBookingReference',
  'transportDocumentReference',
  'transportCallID',
  'vesselIMONumber',
  'exportVoyageNumber',
  'carrierServiceCode',
  'UNLocationCode',
] as const;
export type SortField = (typeof SORT_FIELDS)[number];

export interface SortBy {
  readonly field: SortField;
  readonly descending: boolean;
}

/** What events are asked for. All filters have to match. */
export interface EventFilter {
  readonly words: Readonly<Partial<Record<WordFilter, readonly string[]>>>;
  readonly texts: Readonly<Partial<Record<TextFilter, readonly string[]>>>;
  readonly created: readonly { readonly operator: Operator; readonly at: number }[];
}

export interface EventQuery extends EventFilter {
  readonly sort: readonly SortBy[];
  readonly limit: number;
  readonly cursor: string | null;
  /** As known at an instant, epoch milliseconds; null: now. An extension of ours. */
  readonly asOf: number | null;
}

/** Why a request cannot be answered, in the standard's two words for it. */
export interface Refusal {
  readonly reason: 'invalidParameter' | 'invalidQuery';
  readonly message: string;
}

export const DEFAULT_LIMIT = 100;
/** More than this come on the next page. */
export const MOST_ON_A_PAGE = 1_000;

/** What is wrong with `asOf`. */
export const NO_INSTANT = 'asOf: one date-time with an offset (RFC 3339).';

/** Reads all parameters, and tells of all that are wrong. */
export function readEventQuery(given: URLSearchParams): EventQuery | readonly Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (reason: Refusal['reason'], message: string) => void refusals.push({ reason, message });
  const words: Partial<Record<WordFilter, readonly string[]>> = {};
  const texts: Partial<Record<TextFilter, readonly string[]>> = {};
  const created: EventFilter['created'][number][] = [];
  let [sort, limit, cursor, asOf]: [readonly SortBy[], number, string | null, number | null] = [[], DEFAULT_LIMIT, null, null];
  for (const said of new Set(given.keys())) {
    const all = given.getAll(said);
    const values = all.flatMap((text) => text.split(',')).map((text) => text.trim());
    const name = formerName(said);
    if (isWordFilter(name)) {
      const list: readonly string[] = WORD_FILTERS[name];
      for (const word of values)
        if (!wordOf(list, word)) refuse('invalidParameter', `${said}: ${quoted(word)} is none of ${list.join(', ')}.`);
      words[name] = values;
    } else if (isTextFilter(name)) {
      const most = TEXT_FILTERS[name];
      for (const text of values)
        if (text === '' || text.length > most) refuse('invalidParameter', `${said}: 1 to ${most} characters.`);
      texts[name] = [...(texts[name] ?? []), ...values];
    } else if (operatorOf(name)) {
      const operator = operatorOf(name) ?? 'eq';
      for (const text of all) {
        const at = instantOf(text);
        if (at === null) refuse('invalidParameter', `${said}: ${quoted(text)} is no date-time with an offset (RFC 3339).`);
        else created.push({ operator, at });
      }
    } else if (name === 'limit') {
      const number = all.length === 1 ? queryLimit(values[0] ?? '') : null;
      if (number === null) refuse('invalidParameter', 'limit: a whole number from 1 on.');
      limit = Math.min(number ?? 1, MOST_ON_A_PAGE);
    } else if (name === 'cursor') {
      cursor = all[0] ?? '';
      if (all.length > 1 || cursor === '') refuse('invalidParameter', 'cursor: one that an answer gave.');
    } else if (name === 'asOf') {
      asOf = all.length === 1 ? instantOf(all[0] ?? '') : null;
      if (asOf === null) refuse('invalidParameter', NO_INSTANT);
    } else if (name === 'sort') {
      const read = values.map(readSort);
      if (read.includes(null)) refuse('invalidParameter', `sort: fields, each with :ASC or :DESC, out of ${SORT_FIELDS.join(', ')}.`);
      sort = read.flatMap((one) => one ?? []);
    } else refuse('invalidQuery', `${quoted(said)} is no parameter of this request.`);
  }
  const filter: EventFilter = { words, texts, created };
  for (const message of contradictions(filter)) refuse('invalidQuery', message);
  return refusals.length > 0 ? refusals : { ...filter, sort, limit, cursor, asOf };
} // prettier-ignore

/**
 * A filter of which no event of the kinds that are asked for by name can have the field. Without `eventType` the standard
 * wants such a combination answered with an empty list.
 */
function contradictions({ words, texts }: EventFilter): string[] {
  const asked = words.eventType;
  if (!asked) return [];
  return [...Object.keys(words), ...Object.keys(texts)].flatMap((name) => {
    const applies = APPLIES[name as WordFilter | TextFilter];
    if (!applies || asked.some((type) => applies.some((one) => one === type))) return [];
    return `${name} contradicts eventType=${asked.join(',')}: only ${applies.join(' and ')} events have it.`;
  });
}

function readSort(text: string): SortBy | null {
  const [name = '', direction = 'ASC', ...more] = text.split(':');
  const field = wordOf(SORT_FIELDS, formerName(name));
  const word = direction.toUpperCase();
  if (!field || more.length > 0 || (word !== 'ASC' && word !== 'DESC')) return null;
  return { field, descending: word === 'DESC' };
}

/** Epoch milliseconds; null: no date-time with an offset. A plus that was not encoded arrives as a blank: the standard's own examples are written so. */
export function instantOf(text: string): number | null {
  const said = text.trim().replace(/ (?=\d\d:?\d\d$)/, '+');
  if (!/^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)$/.test(said)) return null;
  const at = Date.parse(said.toUpperCase().replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  // `Date.parse` rolls the thirtieth of February over.
  const day = new Date(`${said.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) || Number.isNaN(day.getTime()) || day.getUTCDate() !== Number(said.slice(8, 10)) ? null : at;
} // prettier-ignore

/** Of one event: as known at which instant it is asked for, epoch milliseconds; null: now. */
export function readAsOf(given: URLSearchParams): number | null | Refusal {
  const all = given.getAll('asOf');
  if (all.length === 0) return null;
  const at = all.length === 1 ? instantOf(all[0] ?? '') : null;
  return at ?? { reason: 'invalidParameter', message: NO_INSTANT };
}

function operatorOf(name: string): Operator | null {
  if (name === CREATED) return 'eq';
  return name.startsWith(`${CREATED}:`) ? wordOf(OPERATORS, name.slice(CREATED.length + 1)) : null;
}

function formerName(name: string): string {
  return Object.hasOwn(FORMER_NAMES, name) ? FORMER_NAMES[name as keyof typeof FORMER_NAMES] : name;
}

function isWordFilter(name: string): name is WordFilter {
  return Object.hasOwn(WORD_FILTERS, name);
}

function isTextFilter(name: string): name is TextFilter {
  return Object.hasOwn(TEXT_FILTERS, name);
}

export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
