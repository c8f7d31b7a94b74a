import { parseAwb } from 'graph-schema/codes/awb';
import { placeRef } from 'graph-schema/domain/claim';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { DocumentRef, TransportMode } from 'graph-schema/domain/tracking-event';
import type { EdifactMessage } from '../../syntax/edifact/envelope.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { EdifactContext } from '../edifact/interchange.ts';
import { readLocation } from '../edifact/location.ts';
import { placeOfSegment } from '../edifact/places.ts';
import { readReference, readReferences } from '../edifact/reference.ts';
import type { Where } from '../claim-context.ts';
import { readTransportPapers } from './transport-papers.ts';

/**
 * The papers of a customs message: its own number (BGM 1004), told apart by its shape as a declaration of China, an
 * MRN or a reference, and those that it refers to. By air a transport document (`RFF+AAS`, `BM`) is an air waybill.
 */
export function customsPapers(
  own: string | null,
  segments: readonly EdifactSegment[],
  mode: TransportMode | null,
  where: Where,
  context: EdifactContext,
): DocumentRef[] {
  const named = asCarried(mode, readReferences(segments, where, context));
  const number = own === null ? null : readReference('ABT', own, where, context);
  const isNew = number && !named.some((paper) => paper.number === number.number);
  return isNew ? [{ ...number, declaredAs: 'BGM' }, ...named] : named;
}

/** The papers of transport that a declaration names as documents (DOC), without those that it refers to as well. */
export function declaredPapers(
  referred: readonly DocumentRef[],
  segments: readonly EdifactSegment[],
  mode: TransportMode | null,
  where: Where,
  context: EdifactContext,
): DocumentRef[] {
  const known = new Set(referred.map(({ scheme, number }) => `${scheme} ${number}`));
  return asCarried(mode, readTransportPapers(segments, where, context)).filter(({ scheme, number }) => {
    const isNew = !known.has(`${scheme} ${number}`);
    known.add(`${scheme} ${number}`);
    return isNew;
  });
}

function asCarried(mode: TransportMode | null, papers: DocumentRef[]): DocumentRef[] {
  return mode === 'AIR' ? papers.map(byAir) : papers;
}

function byAir(paper: DocumentRef): DocumentRef {
  if (paper.scheme === 'HOUSE_BILL') return { ...paper, scheme: 'HAWB' };
  const awb = paper.scheme === 'MASTER_BILL' ? parseAwb(paper.number) : null;
  return awb?.ok ? { ...paper, scheme: 'AWB', number: awb.value, issuer: null } : paper;
}

/** A customs office or site: its national code is no UN/LOCODE, and kept as written. */
export function customsPlace(
  functions: readonly string[],
  segments: readonly EdifactSegment[],
  at: string,
  context: EdifactContext,
): ResolvedPlace | null {
  for (const wanted of functions) {
    const segment = segments.find((one) => one.is('LOC', wanted));
    const code = segment ? readLocation(segment).code : null;
    if (!segment || code === null) continue;
    if (/^[A-Z]{2}[A-Z2-9]{3}$/.test(code)) return placeOfSegment(segment, at, context);
    return { ref: placeRef({ raw: code }), place: null };
  }
  return null;
}

/** A date behind a reference or document is that of the paper (`RFF+AAS … DTM+137`), and not of the message. */
export function withoutDatesOfPapers(message: EdifactMessage): EdifactMessage {
  let isOfPaper = false;
  const segments = message.segments.filter(({ tag }) => {
    if (tag !== 'DTM') isOfPaper = tag === 'RFF' || tag === 'DOC';
    return tag !== 'DTM' || !isOfPaper;
  });
  return { ...message, segments };
}
