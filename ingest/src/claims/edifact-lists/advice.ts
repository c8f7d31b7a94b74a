import { parseSscc } from 'graph-schema/codes/sscc';
import { documentRef, goods } from 'graph-schema/domain/claim';
import { compactNumber } from 'graph-schema/codes/parsed';
import type {
  DocumentRef,
  EquipmentRef,
  GoodsRef,
  PartyRef,
  Quantity,
  TransportRef,
} from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { parseEdifactNumber } from '../../syntax/edifact/number.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import { withCarriers } from '../edifact/carriers.ts';
import { readConveyance } from '../edifact/conveyance.ts';
import type { EdifactContext } from '../edifact/interchange.ts';
import type { MessageHead } from '../edifact/message-head.ts';
import { carrierOf, readParties } from '../edifact/party.ts';
import { readReferences } from '../edifact/reference.ts';
import { cutGroups, type SegmentGroup } from '../edifact/segments.ts';
import { grossWeight, kilogramsOf } from '../ports/weight.ts';
import { ginNumbers } from './cargo-list.ts';
import { ListedBoxes } from './listed-boxes.ts';

const QUANTITIES = loadCodeList('edifact-advice/quantities-6063');

/**
 * What is despatched or received (DESADV, RECADV).
 *
 *   BGM { DTM } [MEA] { RFF+ON|DQ } { NAD } [TDT] { EQD [SEL] }
 *   { CPS+level { PAC [MEA] [PCI+33E { GIN+BJ }] } { LIN [PIA] [IMD] { QTY } { RFF } [QVR] } }
 */
export interface Advice {
  readonly header: readonly EdifactSegment[];
  readonly documents: readonly DocumentRef[];
  readonly parties: readonly PartyRef[];
  readonly run: TransportRef | null;
  readonly containers: readonly EquipmentRef[];
  readonly units: readonly LogisticUnit[];
  readonly lines: readonly AdviceLine[];
  readonly quantity: Quantity | null;
}

/** A pallet or parcel of the tree, and the segment that numbers it. */
export interface LogisticUnit {
  readonly equipment: EquipmentRef;
  readonly segment: EdifactSegment;
  /** Those of the header and of its own level of the tree (CPS), so that orders of other pallets are not tied to it. */
  readonly documents: readonly DocumentRef[];
}

export interface AdviceLine {
  readonly goods: GoodsRef;
  readonly despatched: number | null;
  readonly received: number | null;
  readonly segments: SegmentGroup;
}

/** `declaredAs`: what the message's own number is called (`DESADV`). */
export function readAdvice(head: MessageHead, declaredAs: string, context: EdifactContext): Advice {
  const { message, reference } = head;
  const { segments, at } = message;
  const { head: top } = cutGroups(segments, ['CPS', 'LIN']);
  const { groups: lines } = cutGroups(segments, ['LIN', 'CPS']);
  const tdt = top.find(({ tag }) => tag === 'TDT');
  const parties = readParties(top, message, context);
  const carrier = tdt ? carrierOf(tdt) : null;
  const own = compactNumber(reference ?? '');
  const bills = withCarriers(top, context);
  const named = readReferences(segments, message, bills);
  const isNew = own !== '' && own.length <= 70 && !named.some(({ number }) => number === own);
  const number = isNew ? [documentRef('REFERENCE', own, { declaredAs })] : [];
  const common = [...number, ...readReferences(top, message, bills)];
  return {
    header: top,
    documents: [...number, ...named],
    parties: carrier && !parties.some(({ role }) => role === 'CARRIER') ? [...parties, carrier] : parties,
    run: tdt ? readConveyance(tdt, top, null, at, context) : null,
    containers: new ListedBoxes(context).describe(segments, at),
    units: listUnits(segments, common, at, bills),
    lines: lines.filter(([first]) => first.tag === 'LIN').map(readLine),
    quantity: totalIn(segments, top),
  };
}

/** SSCC of `GIN+BJ` and `GIN+AW`, each once. One with a wrong check digit is kept, with a warning. */
function listUnits(
  segments: readonly EdifactSegment[],
  common: readonly DocumentRef[],
  at: string,
  context: EdifactContext,
): LogisticUnit[] {
  const units = new Map<string, LogisticUnit>();
  const { head, groups } = cutGroups(segments, ['CPS']);
  for (const group of [head, ...groups]) {
    const numbered = group.filter((segment) => segment.is('GIN', 'BJ') || segment.is('GIN', 'AW'));
    const [first] = numbered;
    if (!first) continue;
    const own = group === head ? [] : readReferences(group, { at, span: first }, context);
    const documents = [
      ...common,
      ...own.filter(({ number }) => !common.some((one) => one.number === number)),
    ];
    for (const segment of numbered) {
      for (const number of ginNumbers(segment)) {
        const reference = readSscc(number, segment, at, context);
        if (reference === null || units.has(reference)) continue;
        const equipment = { kind: 'SSCC', reference, sizeType: null, seals: [] } as const;
        units.set(reference, { equipment, segment, documents });
      }
    }
  }
  return [...units.values()];
}

function readSscc(
  number: string,
  segment: EdifactSegment,
  at: string,
  { findings }: EdifactContext,
): string | null {
  const sscc = parseSscc(number);
  if (!sscc.ok) findings.add(sscc.problem, 'WARNING', `${at}/GIN`, number, segment);
  return /^\d{18}$/.test(sscc.value) ? sscc.value : null;
}

/** LIN + line + + 7140 item : 7143        IMD + F + + : : : 7008 : 7008        QTY + 6063 : 6060 : 6411 */
function readLine(segments: SegmentGroup): AdviceLine {
  const item = segments[0].read(2, 0);
  const words = segments.flatMap((segment) =>
    segment.tag === 'IMD' ? [segment.read(2, 3), segment.read(2, 4)] : [],
  );
  const text = words.filter((word) => word !== null).join(' ');
  const despatched = quantityOf('DESPATCHED', segments);
  const received = quantityOf('RECEIVED', segments);
  const named = item !== null && /^\d{8,14}$/.test(item) ? `GTIN ${item}` : item;
  const description = text || named;
  return {
    goods: goods({ description, pieces: received ?? despatched }),
    despatched,
    received,
    segments,
  };
}

function quantityOf(meaning: string, segments: SegmentGroup): number | null {
  for (const { code, canonical } of QUANTITIES.rows) {
    if (canonical !== meaning) continue;
    const found = segments.find((segment) => segment.is('QTY', code));
    const value = parseEdifactNumber(found?.read(0, 1) ?? null);
    if (value !== null && value >= 0) return value;
  }
  return null;
}

/** CNT 11 packages, CNT 7 weight, else the gross weight of the header. */
function totalIn(segments: readonly EdifactSegment[], header: readonly EdifactSegment[]): Quantity | null {
  const total = (kind: string): EdifactSegment | null =>
    segments.find((segment) => segment.is('CNT', kind)) ?? null;
  const packages = parseEdifactNumber(total('11')?.read(0, 1) ?? null);
  const weight = total('7');
  const mea = header.find((segment) => segment.tag === 'MEA' && GROSS.has(segment.read(1, 0) ?? ''));
  const grossKg =
    grossWeight(kilogramsOf(weight?.read(0, 1) ?? null, weight?.read(0, 2) ?? null))?.grossKg ??
    grossWeight(kilogramsOf(mea?.read(2, 1) ?? null, mea?.read(2, 0) ?? null))?.grossKg ??
    null;
  return packages === null && grossKg === null ? null : { pieces: packages, grossKg, ofPieces: null };
}

const GROSS: ReadonlySet<string> = new Set(['G', 'AAD', 'AAB']);
