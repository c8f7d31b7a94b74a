import { compactNumber } from 'graph-schema/codes/parsed';
import { claim } from 'graph-schema/domain/claim';
import type { DocumentRef, EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { listDetails, listGroups, type JtGroup } from '../../claims/jt-files/box-groups.ts';
import { readJtBox, readJtVessel, readJtWeight, sailingKey } from '../../claims/jt-files/box-record.ts';
import { readJtGoods, readJtParties, readJtPlace, totalOf } from '../../claims/jt-files/cargo-records.ts';
import { parseJtTime, writtenTime, type JtContext, type JtUnit } from '../../claims/jt-files/interpret-jt.ts';
import { fileTime } from '../../claims/jt-files/sender-place.ts';
import { readBill } from '../../claims/ports/document.ts';
import { findByWords } from '../../claims/ports/words.ts';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';
import type { JtRecord } from '../../syntax/jt-flat/record.ts';

const WORDS = loadCodeList('jt/packing-words');

/** One unit per box; of a box that several bills share each bill's part is a claim of its own. */
export function readPackingFile(message: JtMessage, context: JtContext): JtUnit[] {
  const sent = fileTime(message, context);
  return listGroups(message, '50', ['10', '12']).map((group) => {
    const number = context.layout.read(group.first, 'box');
    const sailing = sailingKey(vesselOf(group), context);
    return {
      thread: number && `${message.type}:${compactNumber(number)}:${sailing}`,
      events: sent ? readPacking(group, sent, message, context) : [],
      at: group.at,
      span: group.span,
    };
  });
}

function vesselOf(group: JtGroup): JtRecord | null {
  return group.heads.find(({ number }) => number === '10') ?? null;
}

function readPacking(
  group: JtGroup,
  sent: EventTime,
  message: JtMessage,
  context: JtContext,
): TrackingEvent[] {
  const { layout } = context;
  const box = readJtBox({ at: group.at, box: group.first }, context);
  if (!box) return [];
  const shared = {
    classifier: 'ACTUAL',
    equipment: box.equipment,
    loadState: box.loadState,
    transport: readJtVessel(vesselOf(group), message.at, context),
    from: readJtPlace(group.heads, 'pol', group.at, context)?.ref ?? null,
    to: readJtPlace(group.heads, 'pod', group.at, context)?.ref ?? null,
    rawCode: message.type,
  } as const;
  const work = readWork(group, message, context);
  const parts = billParts(group, context);
  const whole = readJtWeight(layout.read(group.first, 'totalKg'));
  return parts.flatMap(({ documents, records }) => {
    const goods = readJtGoods(records, context);
    const quantity = totalOf(goods) ?? (parts.length === 1 ? whole : null);
    const part = { ...shared, documents, goods, quantity, parties: readJtParties(records, context) };
    const filed = claim({ ...part, code: 'PACKING_LIST_FILED', time: sent });
    if (!work) return [filed];
    const worked = claim({ ...part, ...work });
    return work.code === 'STUFFED' ? [filed, worked] : [worked];
  });
}

/** That the box was stuffed, or as the header may say stripped, where a time is given. */
function readWork(
  group: JtGroup,
  message: JtMessage,
  context: JtContext,
): Pick<TrackingEvent, 'code' | 'time' | 'place'> | null {
  const { layout, placesAndTimes } = context;
  const written = writtenTime(layout, group.first, 'packedAt');
  if (written === null) return null;
  const place = readJtPlace([group.first], 'place', group.at, context);
  const where = { at: group.at, span: group.first };
  const time = placesAndTimes.time(parseJtTime(written), written, place, where);
  const code = (findByWords(layout.read(message.header, 'text'), WORDS) ?? 'STUFFED') as
    'STUFFED' | 'STRIPPED';
  return time && { code, time, place: place?.ref ?? null };
}

interface BillPart {
  readonly documents: readonly DocumentRef[];
  readonly records: readonly JtRecord[];
}

/** Lines of goods by their bill; a box without lines is one part. */
function billParts(group: JtGroup, context: JtContext): BillPart[] {
  const parts = new Map<string, { documents: DocumentRef[]; records: JtRecord[] }>();
  const lines = listDetails(group, '51');
  for (const [index, record] of lines.entries()) {
    const where = { at: `${group.at}/51[${index + 1}]`, span: record };
    const bill = readBill(context.layout.read(record, 'bill'), '提单号', where, context);
    const key = bill?.number ?? '';
    const part = parts.get(key);
    if (part) part.records.push(record);
    else parts.set(key, { documents: bill ? [bill] : [], records: [record] });
  }
  return lines.length === 0 ? [{ documents: [], records: [] }] : [...parts.values()];
}
