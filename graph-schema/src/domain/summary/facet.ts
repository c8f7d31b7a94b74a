import type { CargoDocumentScheme } from '../identifier.ts';
import type { ListDate } from './list-order.ts';
import { plain } from '../plain-text.ts';

/**
 * What a shipment is found by in lists besides its numbers: PORT is any UN/LOCODE of its way, OFFICE a customs office 关区,
 * UNDATED a time that nobody has told of it.
 */
export const FACET_KINDS = [
  'PHASE', 'ATTENTION', 'EXCEPTION', 'PORT', 'ORIGIN', 'DESTINATION', 'OFFICE', 'VESSEL', 'VOYAGE', 'TRAIN', 'FLIGHT',
  'CONSIGNOR', 'CONSIGNEE', 'DECLARANT', 'UNDATED',
] as const; // prettier-ignore
export type FacetKind = (typeof FACET_KINDS)[number] | CargoDocumentScheme | 'CONTAINER';

/**
 * What organisations with limits of their own find it by instead: `EXCEPTION@FORWARDER:ROLLED`; `OWN:FORWARDER`: those judge it otherwise;
 * `JUDGED:FORWARDER`: it was judged by theirs, so that what is not there is not so.
 */
export type OwnFacet = `${OwnKind}@${string}:${string}` | `${'OWN' | 'JUDGED'}:${string}`;
export type OwnKind = 'EXCEPTION' | 'ATTENTION';

/** A whole term: `PHASE:IN_TRANSIT`, `MASTER_BILL:COSU…`, `CONSIGNEE:NAME:…`. */
export type Facet = `${FacetKind}:${string}` | OwnFacet;

/** Longer is nothing that anyone types; a term of the index has a limit. */
const LONGEST = 80;

/** One spelling for whatever is said in full or half width, in capitals or not, with blanks or signs between words. */
export function folded(text: string): string {
  const words = plain(text.slice(0, 4 * LONGEST).normalize('NFKC'))
    .toUpperCase()
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, ' ');
  return cut(words.trim()).trimEnd();
}

/** A term of words or codes that people write in several ways. */
export function facet(kind: FacetKind, ...said: readonly string[]): Facet {
  return `${kind}:${said.map(folded).join('/')}`;
}

/** What is wrong, or how grave it is, by the limits of a key (`own-summary.ts`). */
export function ownFacet(kind: OwnKind, key: string, said: string): OwnFacet {
  return `${kind}@${key}:${said}`;
}

/** Found among those that the limits of a key judge otherwise than those for everybody. */
export function otherwiseFacet(key: string): OwnFacet {
  return `OWN:${key}`;
}

/** Found among those that were judged by the limits of a key. */
export function judgedFacet(key: string): OwnFacet {
  return `JUDGED:${key}`;
}

/** A number is normalised already, and stays as it is. */
export function numberFacet(scheme: CargoDocumentScheme | 'CONTAINER', value: string): Facet {
  return `${scheme}:${cut(plain(value))}`;
}

/** Found among those of which nobody has told this time. */
export function undatedFacet(date: ListDate): Facet {
  return `UNDATED:${date}`;
}

/** By characters, so that none is halved. */
function cut(text: string): string {
  return text.length > LONGEST ? [...text].slice(0, LONGEST).join('') : text;
}
