import { parseHouseBill } from 'graph-schema/codes/house-bill';
import { carrierOfBill } from 'graph-schema/codes/ocean-bill';
import { compactNumber, type Parsed } from 'graph-schema/codes/parsed';
import { parseUsEntry } from 'graph-schema/codes/us-entry';
import { parseUsInBond } from 'graph-schema/codes/us-inbond';
import { documentRef } from 'graph-schema/domain/claim';
import type { CargoDocumentScheme } from 'graph-schema/domain/identifier';
import type { DocumentRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { X12Segment } from '../../syntax/x12/segment.ts';
import type { ClaimContext, Where } from '../claim-context.ts';
import { readBill, readBooking } from '../ports/document.ts';
import { isOfNamedCarrier, withOceanCarriers } from './ocean-carriers.ts';

const QUALIFIERS = loadCodeList('x12/reference-128');

/** Whose numbers a set holds: the same qualifier names another paper on a ship than on a truck. */
export type Trade = 'OCEAN' | 'ROAD' | 'RAIL' | 'GOODS';

/** A reference as a set names it. */
interface WrittenReference {
  readonly qualifier: string;
  readonly value: string;
  readonly segment: X12Segment;
}

/**
 *   N9, REF * 128 qualifier * number        L11 * number * 128 qualifier
 */
function written(segment: X12Segment): WrittenReference | null {
  const [of, at] = segment.tag === 'L11' ? [2, 1] : [1, 2];
  const isReference = segment.tag === 'N9' || segment.tag === 'REF' || segment.tag === 'L11';
  const qualifier = isReference ? segment.code(of) : null;
  const value = qualifier === null ? null : segment.read(at);
  return qualifier !== null && value !== null ? { qualifier, value, segment } : null;
}

/** The value of the first reference that means `canonical` (`SCAC`, `SEAL`, `VOYAGE`, `VESSEL_NAME`); null when there is none. */
export function findReference(
  segments: readonly X12Segment[],
  canonical: string,
  trade: Trade,
): string | null {
  return allReferences(segments, canonical, trade)[0] ?? null;
}

export function allReferences(
  segments: readonly X12Segment[],
  canonical: string,
  trade: Trade,
): readonly string[] {
  return segments.flatMap((segment) => {
    const reference = written(segment);
    const meaning = reference && QUALIFIERS.find(reference.qualifier, trade)?.canonical;
    return reference && meaning === canonical ? [reference.value] : [];
  });
}

/**
 * The papers that N9, L11 and REF name, each once, in their order. `scac`: the carrier whose papers they are (`N9*SCA`, or
 * what the set says of its carrier); on a truck or train it has ocean bills only if it is an ocean carrier.
 */
export function readReferences(
  segments: readonly X12Segment[],
  trade: Trade,
  scac: string | null,
  at: string,
  context: ClaimContext,
): readonly DocumentRef[] {
  const named = [scac, ...allReferences(segments, 'SCAC', 'OCEAN')];
  const bills = trade === 'OCEAN' ? context : withOceanCarriers(named, context);
  const documents: (DocumentRef | null)[] = [];
  for (const segment of segments) {
    const reference = written(segment);
    if (!reference) continue;
    const where = { at: `${at}/${segment.tag}`, span: segment };
    const row = QUALIFIERS.find(reference.qualifier, trade);
    if (!row) context.findings.unmapped(QUALIFIERS, reference.qualifier, where.at, segment, 'INFO', trade);
    const scheme = row?.canonical;
    if (!scheme) continue;
    documents.push(readDocument(scheme, reference.value, reference.qualifier, scac, where, bills));
    if (documents.length <= MOST_PAPERS) continue;
    context.findings.add('UNSUPPORTED', 'WARNING', at, `more than ${MOST_PAPERS} references`, segment);
    break;
  }
  return distinct(documents);
}

/** One paper by what its list calls it; null when the text is no such number. */
export function readDocument(
  scheme: string,
  value: string,
  declaredAs: string,
  scac: string | null,
  where: Where,
  context: ClaimContext,
): DocumentRef | null {
  switch (scheme) {
    case 'MASTER_BILL':
      return readBill(value, declaredAs, where, ofCarrier(scac, context));
    case 'BOOKING':
      return readBooking(value, declaredAs, where, context);
    case 'BILL_OR_ROAD_NOTE':
      return readAnyBill('ROAD_NOTE', value, declaredAs, where, context);
    case 'BILL_OR_REFERENCE':
      return readAnyBill('REFERENCE', value, declaredAs, where, context);
    case 'HOUSE_BILL':
      return checked('HOUSE_BILL', parseHouseBill(value), declaredAs, where, context);
    case 'TRANSIT':
      return checked('TRANSIT', parseUsInBond(value), declaredAs, where, context);
    case 'DECLARATION':
      return checked('DECLARATION', parseUsEntry(value), declaredAs, where, context);
    case 'ROAD_NOTE':
    case 'RAIL_NOTE':
      return plainDocument(scheme, value, declaredAs, scac);
    case 'REFERENCE':
      return plainDocument(scheme, value, declaredAs, null);
    default:
      return null;
  }
}

function ofCarrier(scac: string | null, context: ClaimContext): ClaimContext {
  if (context.carriers) return context;
  return { ...context, source: { ...context.source, scac: scac ?? context.source.scac } };
}

/**
 * On a truck or train `BM` is the shipper's bill, unless it has the shape of an ocean carrier's, by its prefix or beside the
 * carrier's SCAC: then it came from a ship.
 */
function readAnyBill(
  otherwise: 'ROAD_NOTE' | 'REFERENCE',
  value: string,
  declaredAs: string,
  where: Where,
  context: ClaimContext,
): DocumentRef | null {
  const isOcean = carrierOfBill(compactNumber(value))?.exact || isOfNamedCarrier(value, context);
  if (isOcean) return readBill(value, declaredAs, where, context);
  return plainDocument(otherwise, value, declaredAs, null);
}

/** A number without a check of its own: no sentence, at least one digit. */
export function plainDocument(
  scheme: CargoDocumentScheme,
  value: string,
  declaredAs: string,
  issuer: string | null,
): DocumentRef | null {
  const number = value.length > 80 ? '' : compactNumber(value);
  const isNumber = /^(?=.*\d)[^\s:;,]{3,35}$/.test(number) && !/^0+$/.test(number);
  return isNumber ? documentRef(scheme, number, { declaredAs, issuer }) : null;
}

/** Kept as written, with a warning, where only the check digit fails. */
function checked(
  scheme: CargoDocumentScheme,
  parsed: Parsed<string>,
  declaredAs: string,
  { at, span }: Where,
  { findings }: ClaimContext,
): DocumentRef | null {
  if (!parsed.ok) findings.add(parsed.problem, 'WARNING', at, parsed.value, span);
  const isNumber = parsed.ok || parsed.problem === 'BAD_CHECK_DIGIT';
  return isNumber ? documentRef(scheme, parsed.value, { declaredAs }) : null;
}

/** More papers than any consignment has: what follows would only make every claim of a long set longer. */
const MOST_PAPERS = 60;

/** Each paper once, nulls left out. */
export function distinct(documents: readonly (DocumentRef | null)[]): readonly DocumentRef[] {
  const found = new Map<string, DocumentRef>();
  for (const document of documents) {
    if (!document) continue;
    const key = `${document.scheme} ${document.number}`;
    if (!found.has(key)) found.set(key, document);
    if (found.size >= MOST_PAPERS) break;
  }
  return [...found.values()];
}

/** A trader writes many references on one paper, but it goes with one bill and one booking. */
const SINGLE: ReadonlySet<string> = new Set([
  'MASTER_BILL',
  'BOOKING',
  'HOUSE_BILL',
  'DECLARATION',
  'TRANSIT',
]);

/**
 * The papers by consignment. Numbers in one claim are understood to belong together, so a box that is named with several
 * bills is claimed once with each, and a paper that may be either's stands alone.
 */
export function listConsignments(documents: readonly DocumentRef[]): (readonly DocumentRef[])[] {
  const of = (scheme: string) => documents.filter((document) => document.scheme === scheme);
  const several = [...SINGLE].filter((scheme) => of(scheme).length > 1);
  if (several.length === 0) return [documents];
  return documents.filter(({ scheme }) => SINGLE.has(scheme)).map((document) => [document]);
}

/**
 * The events with the papers of each consignment. What is planned for the ship or train is said of a shared box once: it
 * holds for all that is in it.
 */
export function withPapers(
  papers: readonly (readonly DocumentRef[])[],
  events: readonly TrackingEvent[],
  planned: readonly TrackingEvent[],
): TrackingEvent[] {
  const [only] = papers;
  const said = papers.flatMap((documents) => events.map((event) => ({ ...event, documents })));
  if (papers.length > 1 || !only) return [...said, ...planned];
  return [...said, ...planned.map((event) => ({ ...event, documents: only }))];
}
