import { isMasterOf } from 'graph-schema/domain/consignment';
import { splitKey, type CargoDocumentScheme } from 'graph-schema/domain/identifier';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { segment, type Segment } from './segment.ts';
import { codeFor, type Telling, type Writing } from './told.ts';

/** 1153. Of a paper that the directory has no word for, the originator's own reference. */
const KINDS: Readonly<Partial<Record<CargoDocumentScheme, string>>> = {
  MASTER_BILL: 'BM', HOUSE_BILL: 'BH', BOOKING: 'BN', AWB: 'AWB', HAWB: 'HWB', ROAD_NOTE: 'TB', RAIL_NOTE: 'AAM', DECLARATION: 'ABT',
  MRN: 'ABT', DELIVERY_ORDER: 'AAJ',
}; // prettier-ignore
const OTHER = 'ABO';
const QUALIFIERS = loadCodeList('edifact/reference-1153');
const LONGEST = 35;

export interface ToldPaper {
  readonly scheme: CargoDocumentScheme;
  readonly number: string;
  /** The qualifier that it came with; null: none, or of no such list. */
  readonly qualifier: string | null;
}

/** Papers that a claim names. */
export function ownPapersOf({ documents }: Pick<TrackingEvent, 'documents'>): ToldPaper[] {
  return documents.map(({ scheme, number, declaredAs }) => ({ scheme, number, qualifier: qualifierOf(scheme, declaredAs) }));
} // prettier-ignore

/**
 * Papers that the claim names, then those of its shipment of kinds that it does not name, of each kind the only one: several in one
 * message would make as many consignments.
 */
export function papersOf(event: TrackingEvent, { shipment }: Pick<Telling, 'shipment'>): ToldPaper[] {
  const { facts } = shipment;
  const own = ownPapersOf(event);
  const kinds = new Set<string>(own.map(({ scheme }) => scheme));
  const keys = [...new Set([facts.anchor, ...facts.documents])].filter((key) => !isMasterOf(facts, key) && !key.startsWith('CONTAINER:'));
  const shown = keys.map(splitKey).filter(({ scheme }) => !kinds.has(scheme));
  const single = shown.filter(({ scheme }) => shown.filter((other) => other.scheme === scheme).length === 1);
  return [...own, ...single.map(({ scheme, value }) => ({ scheme: scheme as CargoDocumentScheme, number: value, qualifier: null }))];
} // prettier-ignore

/** RFF + 1153:1154, at most so many. */
export function references(papers: readonly ToldPaper[], most: number, { fit }: Pick<Writing, 'fit'>): Segment[] {
  return papers
    .flatMap(({ scheme, number, qualifier }) => {
      const fitted = codeFor(number, LONGEST, fit);
      return fitted === null ? [] : [segment('RFF', [qualifier ?? KINDS[scheme] ?? OTHER, fitted])];
    })
    .slice(0, most);
} // prettier-ignore

/** A reference of a trader goes by the word that it came with. */
function qualifierOf(scheme: CargoDocumentScheme, declaredAs: string | null): string | null {
  if (scheme !== 'REFERENCE' || declaredAs === null) return null;
  return QUALIFIERS.find(declaredAs)?.canonical === 'REFERENCE' ? declaredAs : null;
}
