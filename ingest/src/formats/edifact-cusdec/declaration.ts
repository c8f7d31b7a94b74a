import { claim, goods } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { GoodsRef, PlaceRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { customsPapers, customsPlace, declaredPapers } from '../../claims/edifact-lists/customs-papers.ts';
import { ListedBoxes } from '../../claims/edifact-lists/listed-boxes.ts';
import { withCarriers } from '../../claims/edifact/carriers.ts';
import { listConsignments } from '../../claims/edifact/consignments.ts';
import { readConveyance } from '../../claims/edifact/conveyance.ts';
import { readGoods } from '../../claims/edifact/goods.ts';
import type { EdifactContext } from '../../claims/edifact/interchange.ts';
import { documentTime, type MessageHead } from '../../claims/edifact/message-head.ts';
import type { MessageUnit } from '../../claims/edifact/message-reader.ts';
import { readParties } from '../../claims/edifact/party.ts';
import { grossWeight, kilogramsOf } from '../../claims/ports/weight.ts';
import { parseEdifactNumber } from '../../syntax/edifact/number.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';

/**
 * CUSDEC: a declaration to customs.
 *
 *   BGM { CST } { LOC } { DTM } { GIS } { EQD } { MEA } { RFF } { PAC } TDT { DOC } { NAD }
 *   UNS+D { CST + item + 7361 commodity { FTX+AAA } { LOC } { MEA } { PAC } { RFF } { MOA } }
 *   UNS+S { CNT } { TAX }
 */
const NAMES = loadCodeList('edifact-cusdec/bgm-1001');
/** LOC 3227: office of clearance, of entry, of exit; 96 and 18 in national profiles. */
const OFFICES = ['22', '41', '42', '96'];

export function readDeclaration(head: MessageHead, context: EdifactContext): MessageUnit[] {
  const said = (NAMES.find(head.code ?? '')?.canonical ?? 'DECL_SUBMITTED') as EventCode;
  const isAmended = head.action === 'REPLACE' && said === 'DECL_SUBMITTED';
  // The replacement withdraws the submission that it amends: it says again that the declaration is with customs.
  return declare(isAmended ? [said, 'DECL_AMENDED'] : [said], 'ACTUAL', head, context);
}

/** A cancellation withdraws what the declarant said, and asks customs to cancel. */
export function readCancelled(head: MessageHead, context: EdifactContext): MessageUnit[] {
  return declare(['DECL_CANCELLED'], 'REQUESTED', head, context);
}

function declare(
  codes: readonly EventCode[],
  classifier: TrackingEvent['classifier'],
  head: MessageHead,
  context: EdifactContext,
): MessageUnit[] {
  const { segments, at, span } = head.message;
  const where = { at, span };
  const { header, items } = cutSections(segments);
  const tdt = header.find(({ tag }) => tag === 'TDT');
  const run = tdt ? readConveyance(tdt, header, null, at, context) : null;
  const [mode, bills] = [run?.mode ?? null, withCarriers(header, context)];
  const referred = customsPapers(head.reference, header, mode, where, bills);
  const documents = [...referred, ...declaredPapers(referred, header, mode, where, bills)];
  const time = documentTime(['141'], header, head, context);
  if (documents.length === 0)
    context.findings.add('MISSING_FIELD', 'ERROR', at, 'number of the declaration', span);
  if (!time || documents.length === 0) return [{ events: [], span }];
  const portOf = (wanted: readonly string[]): PlaceRef | null =>
    customsPlace(wanted, header, at, context)?.ref ?? null;
  const base = claim({
    code: codes[0] ?? 'UNMAPPED_DOCUMENT',
    classifier,
    time,
    place: portOf(OFFICES),
    transport: run,
    contents: new ListedBoxes(context).describe(header, at),
    quantity: totals(segments, header),
    from: portOf(['9', '5']),
    to: portOf(['11', '8', '12']),
    parties: readParties(header, where, context),
    goods: items.map(readItem),
    rawCode: [head.code ?? 'CUSDEC', head.functionCode].filter((part) => part !== null).join('+'),
  });
  const events = listConsignments(documents).flatMap((papers) =>
    codes.map((code) => ({ ...base, code, documents: papers })),
  );
  return [{ events, span }];
}

interface Sections {
  readonly header: readonly EdifactSegment[];
  /** From CST to CST behind `UNS+D`. */
  readonly items: readonly (readonly EdifactSegment[])[];
}

function cutSections(segments: readonly EdifactSegment[]): Sections {
  const header: EdifactSegment[] = [];
  const items: EdifactSegment[][] = [];
  let section: 'HEADER' | 'ITEMS' | 'SUMMARY' = 'HEADER';
  for (const segment of segments) {
    if (segment.tag === 'UNS') section = segment.read(0) === 'S' ? 'SUMMARY' : 'ITEMS';
    else if (section === 'HEADER') header.push(segment);
    else if (section === 'ITEMS' && segment.tag === 'CST') items.push([segment]);
    else if (section === 'ITEMS') items.at(-1)?.push(segment);
  }
  return { header, items };
}

/** CST + item + 7361 commodity : list : agency + … PAC + pieces + + kind */
function readItem(segments: readonly EdifactSegment[]): GoodsRef {
  const [cst] = segments;
  const commodity = cst?.read(1, 0)?.replace(/[\s.]/g, '') ?? '';
  const pac = segments.find(({ tag }) => tag === 'PAC');
  const pieces = parseEdifactNumber(pac?.read(0) ?? null);
  const named =
    segments
      .find((segment) => segment.is('RFF', 'HS'))
      ?.read(0, 1)
      ?.replace(/[\s.]/g, '') ?? '';
  const [line] = readGoods(segments).goods;
  const code = [commodity, named].find((digits) => /^\d{4,14}$/.test(digits)) ?? null;
  return {
    ...(line ?? goods({})),
    hsCode: code,
    pieces: pieces !== null && pieces > 0 ? pieces : null,
    packageType: pac?.read(2, 0) ?? null,
    grossKg: readGoods(segments).grossKg,
  };
}

/** CNT 11 or the first PAC of the header, CNT 7 or the gross weight of the header. */
function totals(
  segments: readonly EdifactSegment[],
  header: readonly EdifactSegment[],
): TrackingEvent['quantity'] {
  const total = (kind: string): EdifactSegment | undefined =>
    segments.find((segment) => segment.is('CNT', kind));
  const pac = header.find(({ tag }) => tag === 'PAC')?.read(0) ?? null;
  const pieces = parseEdifactNumber(total('11')?.read(0, 1) ?? pac);
  const weight = total('7');
  const grossKg =
    grossWeight(kilogramsOf(weight?.read(0, 1) ?? null, weight?.read(0, 2) ?? null))?.grossKg ??
    readGoods(header).grossKg;
  const packages = pieces !== null && pieces > 0 ? pieces : null;
  return packages === null && grossKg === null ? null : { pieces: packages, grossKg, ofPieces: null };
}
