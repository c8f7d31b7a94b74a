import type { AnyOf, Term } from 'graph-schema/cypher/search/term-query';
import type { ListRange } from 'graph-schema/cypher/search/page-summaries';
import { classifyNumber } from 'graph-schema/codes/classify';
import { compactBounded } from 'graph-schema/codes/outcome';
import type { ExceptionKind, Severity } from 'graph-schema/domain/exceptions/exception';
import type { CargoDocumentScheme, IdentifierKey } from 'graph-schema/domain/identifier';
import type { Phase } from 'graph-schema/domain/journey/phase';
import type { Gazetteer } from 'graph-schema/domain/place';
import { facet, folded, numberFacet, type FacetKind } from 'graph-schema/domain/summary/facet';

/** From an instant on (included) until another (left out), UTC; null, or left out: open at that end. */
export interface InstantRange {
  readonly from?: string | null | undefined;
  readonly until?: string | null | undefined;
}

type NumberScheme = CargoDocumentScheme | 'CONTAINER';

/** Fields that are numbers, with the kinds of number that each stands for. */
const NUMBERS = {
  waybill: ['AWB', 'HAWB', 'RAIL_NOTE', 'ROAD_NOTE'],
  bill: ['MASTER_BILL'],
  houseBill: ['HOUSE_BILL', 'HAWB'],
  declaration: ['DECLARATION', 'MRN'],
  transit: ['TRANSIT', 'MRN'],
  container: ['CONTAINER'],
  booking: ['BOOKING'],
  purchaseOrder: ['REFERENCE'],
} as const satisfies Readonly<Record<string, readonly NumberScheme[]>>;
export type NumberField = keyof typeof NUMBERS;
export const NUMBER_FIELDS = Object.keys(NUMBERS) as readonly NumberField[];

const NUMBER_TERM = new RegExp(`^(?:${[...new Set(Object.values(NUMBERS).flat())].join('|')}):`);

/** Numbers of which one must lead to whatever fits, where one was asked for as a whole; null: none was. */
export function numbersAskedFor(groups: readonly AnyOf[]): IdentifierKey[] | null {
  const whole = groups.find((group) => group.every(({ text, isBeginning }) => !isBeginning && NUMBER_TERM.test(text)));
  return whole ? whole.map(({ text }) => text as IdentifierKey) : null;
} // prettier-ignore

const PARTIES = { consignor: 'CONSIGNOR', consignee: 'CONSIGNEE', declarant: 'DECLARANT' } as const;
export type PartyField = keyof typeof PARTIES;
export const PARTY_FIELDS = Object.keys(PARTIES) as readonly PartyField[];

const RANGES = {
  departure: 'departedAt', arrival: 'arrivesAt', eta: 'etaAt', declared: 'declaredAt', released: 'releasedAt', changed: 'changedAt',
} as const satisfies Readonly<Record<string, ListRange>>; // prettier-ignore
export type RangeField = keyof typeof RANGES;
export const RANGE_FIELDS = Object.keys(RANGES) as readonly RangeField[];

export const TEXT_FIELDS = [
  ...NUMBER_FIELDS, ...PARTY_FIELDS, 'vessel', 'voyage', 'train', 'flight', 'port', 'origin', 'destination', 'office',
] as const; // prettier-ignore
export type TextField = (typeof TEXT_FIELDS)[number];

type Maybe<T> = { readonly [K in keyof T]?: T[K] | null | undefined };

/** What shipments are asked for by; each field limits further. A text that ends with `*` stands for all that begin so. */
export type ShipmentFilter = Maybe<
  Record<TextField, string> & Record<RangeField, InstantRange> & {
    readonly phases: readonly Phase[];
    readonly exceptions: readonly ExceptionKind[];
    readonly attention: readonly Severity[];
    /** Public id of a watch list; one that is not the asker's holds nothing. */
    readonly watchList: string;
  }
>; // prettier-ignore

/** Groups of facets of which each must be met by one. */
export function facetsOfFilter(filter: ShipmentFilter, places: Gazetteer): AnyOf[] {
  const said = (field: TextField) => filter[field]?.trim() || null;
  const groups: AnyOf[] = [];
  const add = (text: string | null, terms: (text: string) => AnyOf) => text && groups.push(terms(text));
  for (const field of NUMBER_FIELDS) add(said(field), (text) => numberTerms(text, NUMBERS[field]));
  for (const field of PARTY_FIELDS) add(said(field), (text) => partyTerms(text, PARTIES[field]));
  const vessel = said('vessel');
  const voyage = said('voyage');
  // Both are asked of one sailing; another ship's voyage of that number is none of them.
  if (vessel && voyage) groups.push([termOf('VOYAGE', vessel, voyage)]);
  else {
    add(vessel, (text) => [termOf('VESSEL', text)]);
    add(voyage, (text) => [termOf('VOYAGE', text)]);
  }
  add(said('train'), (text) => [termOf('TRAIN', ...text.split('@'))]);
  add(said('flight'), (text) => [termOf('FLIGHT', ...text.replaceAll(' ', '').split('@'))]);
  add(said('port'), (text) => placeTerms('PORT', text, places));
  add(said('origin'), (text) => placeTerms('ORIGIN', text, places));
  add(said('destination'), (text) => placeTerms('DESTINATION', text, places));
  add(said('office'), (text) => officeTerms(text, places));
  const anyOf = (kind: FacetKind, values: readonly string[] | null | undefined) => {
    if (values && values.length > 0) groups.push(values.map((value) => ({ text: facet(kind, value) })));
  };
  anyOf('PHASE', filter.phases);
  anyOf('EXCEPTION', filter.exceptions);
  anyOf('ATTENTION', filter.attention);
  return groups;
}

export type Ranges = Partial<Record<ListRange, { readonly from: number; readonly until: number }>>;

/** Later or earlier is no instant. */
const ALWAYS = 8.64e15;

export function rangesOfFilter(filter: ShipmentFilter): Ranges {
  const ranges: Ranges = {};
  for (const field of RANGE_FIELDS) {
    const range = filter[field];
    if (!range?.from && !range?.until) continue;
    ranges[RANGES[field]] = {
      from: range.from ? Date.parse(range.from) : -ALWAYS,
      until: range.until ? Date.parse(range.until) : ALWAYS,
    };
  }
  return ranges;
}

const BEGINNING = /\*+$/;

function termOf(kind: FacetKind, ...said: readonly string[]): Term {
  const last = said.at(-1) ?? '';
  return { text: facet(kind, ...said), isBeginning: BEGINNING.test(last) };
}

/** As a person has it: in every way that it can be one of these kinds, and as it stands. */
function numberTerms(text: string, schemes: readonly NumberScheme[]): Term[] {
  const isBeginning = BEGINNING.test(text);
  const bare = compactBounded(text.replace(BEGINNING, ''));
  const read = isBeginning ? [] : classifyNumber(text).filter(({ scheme }) => (schemes as readonly string[]).includes(scheme));
  const values = new Set([
    ...read.map(({ scheme, value }) => numberFacet(scheme as NumberScheme, value)),
    ...schemes.map((scheme) => numberFacet(scheme, scheme === 'AWB' ? dashed(bare) : bare)),
  ]);
  return [...values].map((value) => ({ text: value, isBeginning }));
} // prettier-ignore

function dashed(awb: string): string {
  return awb.length > 3 ? `${awb.slice(0, 3)}-${awb.slice(3)}` : awb;
}

/** An identifier, with its scheme or without, or the beginning of a word of the name. */
function partyTerms(text: string, role: 'CONSIGNOR' | 'CONSIGNEE' | 'DECLARANT'): Term[] {
  const id = text.split(':');
  return [
    { text: facet(role, 'ID', ...(id.length === 2 ? id : [text])) },
    { text: `${role}:NAME/${folded(text)}`, isBeginning: true },
  ];
}

/** By UN/LOCODE, or by Chinese name. */
function placeTerms(kind: 'PORT' | 'ORIGIN' | 'DESTINATION', text: string, places: Gazetteer): Term[] {
  const named = places.findNamed(text).flatMap(({ unLocode }) => unLocode ?? []);
  const codes = new Set([places.findLocode(text)?.unLocode ?? text, ...named]);
  return [...codes].map((code) => termOf(kind, code));
}

function officeTerms(text: string, places: Gazetteer): Term[] {
  const named = places.findNamed(text).filter(({ kind }) => kind === 'CUSTOMS_OFFICE');
  const codes = new Set([text, ...named.map(({ id }) => id.replace('CUSTOMS:', ''))]);
  return [...codes].map((code) => termOf('OFFICE', code));
}
