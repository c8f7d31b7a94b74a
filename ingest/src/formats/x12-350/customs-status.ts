import { claim } from 'graph-schema/domain/claim';
import type { EquipmentRef, Reason } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import {
  readBills,
  readConveyance,
  readEntry,
  readPorts,
  type Conveyance,
  type PortLoop,
} from '../../claims/x12/cbp.ts';
import { readContents } from '../../claims/x12/contents.ts';
import { readEquipment } from '../../claims/x12/equipment.ts';
import type { X12Context } from '../../claims/x12/interchange.ts';
import { splitLoops, type X12Loop } from '../../claims/x12/loops.ts';
import { meaningsOf, type StatusMeaning } from '../../claims/x12/meaning.ts';
import { quantityOf, readNumber } from '../../claims/x12/quantity.ts';
import { distinct, readReferences } from '../../claims/x12/references.ts';
import { emptyUnit, type X12Unit } from '../../claims/x12/set-reader.ts';
import type { X12Set } from '../../syntax/x12/envelope.ts';
import type { X12Segment } from '../../syntax/x12/segment.ts';

const DISPOSITIONS = loadCodeList('x12-350/disposition-35');
const EVENTS = loadCodeList('x12/rail-event-304');

/**
 * US customs status: what became of a bill. Each disposition is a claim of its own: several holds and releases are live at
 * once, and a release counts only when no hold is left.
 *
 *   M10   { P4   { V9 * 304 event * text * date * time * city * state }
 *     { X4 * bill * quantity * 581 entry type * entry number * date * time * 35 disposition * master * SCAC * SCAC of the master
 *          * 206 initial * 207 number * port * port * 128 qualifier * reference * 623 zone   { K1 } { N9 } { N7 } } }
 */
export function readCustomsStatus(set: X12Set, context: X12Context): X12Unit[] {
  const conveyance = readConveyance(set.segments, set.at, context);
  return readPorts(set.segments, set.at, context).flatMap((port) => {
    const { head, loops } = splitLoops(port.segments, 'X4');
    const events = head.filter(({ tag }) => tag === 'V9');
    return [
      ...events.map((v9) => readConveyanceEvent(v9, port, conveyance, context)),
      ...loops.map((loop, index) =>
        readDisposition(loop, port, conveyance, `${port.at}/X4[${index + 1}]`, context),
      ),
    ];
  });
}

function readDisposition(
  { first, segments, span }: X12Loop,
  { port }: PortLoop,
  { scac, transport }: Conveyance,
  at: string,
  context: X12Context,
): X12Unit {
  const where = { at, span: first };
  const code = first.code(7);
  const bills = readBills(
    { number: first.read(1), scac: first.code(9) ?? scac },
    { number: first.read(8), scac: first.code(10) },
    where,
    context,
  );
  const entry = readEntry(first.code(3), first.read(4), where, context);
  const documents = distinct([...bills, entry, ...readReferences(segments, 'OCEAN', scac, at, context)]);
  if (code === null || documents.length === 0) {
    const missing = code === null ? 'disposition (X407)' : 'bill of lading (X401)';
    context.findings.add('MISSING_FIELD', 'ERROR', at, missing, span);
    return emptyUnit(span);
  }
  const written = { date: first.read(5), time: first.read(6), zone: first.code(17) };
  const time = context.placesAndTimes.time(written, port, where);
  if (!time) return emptyUnit(span);
  const meanings = meaningsOf([DISPOSITIONS], code, where, context.findings, 'UNMAPPED_DOCUMENT');
  const remark = segments
    .filter(({ tag }) => tag === 'K1')
    .flatMap((k1) => [k1.read(1), k1.read(2)].flatMap((text) => text ?? []));
  const events = meanings.map((meaning) =>
    claim({
      code: meaning.code,
      classifier: 'ACTUAL',
      time,
      place: port?.ref ?? null,
      equipment: boxOf(first, at, context),
      documents,
      contents: readContents(segments, at, 'CONTAINER', context),
      // A ship that arrived is the run; for a paper it is only what it came with.
      transport,
      quantity: quantityOf(readNumber(first.read(2)), null),
      reason: withRemark(meaning, code, remark),
      rawCode: code,
    }),
  );
  return { events, span, hasNoContent: meanings.length === 0 };
}

/** The code always says why; customs adds words. */
function withRemark({ reason }: StatusMeaning, code: string, remarks: readonly string[]): Reason {
  const row = DISPOSITIONS.find(code);
  const text = [reason?.text ?? row?.meaning, ...remarks].filter(Boolean).join(': ');
  return { scheme: 'CBP disposition', code, text: text || null };
}

function boxOf(x4: X12Segment, at: string, context: X12Context): EquipmentRef | null {
  if (x4.read(12) === null) return null;
  return readEquipment({ initial: x4.read(11), number: x4.read(12) }, { at, span: x4 }, context);
}

/** V9: what happened to the conveyance itself. */
function readConveyanceEvent(
  v9: X12Segment,
  { at, port }: PortLoop,
  { transport }: Conveyance,
  context: X12Context,
): X12Unit {
  const where = { at: `${at}/V9`, span: v9 };
  const code = v9.code(1);
  const isRun = transport?.voyage != null && (transport.vesselImo ?? transport.vesselName) !== null;
  if (code === null || v9.read(3) === null || !isRun) {
    const missing = code === null ? 'event (V901)' : isRun ? 'date (V903)' : 'vessel and voyage (M10)';
    context.findings.add('MISSING_FIELD', 'INFO', where.at, missing, v9);
    return { events: [], span: v9, hasNoContent: true };
  }
  const time = context.placesAndTimes.time({ date: v9.read(3), time: v9.read(4) }, port, where);
  if (!time) return emptyUnit(v9);
  const meanings = meaningsOf([EVENTS], code, where, context.findings);
  const events = meanings.map((meaning) =>
    claim({
      code: meaning.code,
      classifier: meaning.classifier,
      time,
      place: port?.ref ?? null,
      transport,
      rawCode: code,
    }),
  );
  return { events, span: v9, hasNoContent: events.length === 0 };
}
