import { compactNumber } from 'graph-schema/codes/parsed';
import { claim } from 'graph-schema/domain/claim';
import type { EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { listGroups, type JtGroup } from '../../claims/jt-files/box-groups.ts';
import { readJtBox, readJtVessel, sailingKey } from '../../claims/jt-files/box-record.ts';
import { readJtGoods, readJtPlace, totalOf } from '../../claims/jt-files/cargo-records.ts';
import { parseJtTime, writtenTime, type JtContext, type JtUnit } from '../../claims/jt-files/interpret-jt.ts';
import { fileTime } from '../../claims/jt-files/sender-place.ts';
import { readBooking } from '../../claims/ports/document.ts';
import { findByWords } from '../../claims/ports/words.ts';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';

const WORDS = loadCodeList('jt/packing-words');
const PURPOSES = loadCodeList('jt/work-purpose');

type Work = 'STUFFED' | 'STRIPPED';

/** One unit per box that is to be stuffed or stripped. */
export function readOrderFile(message: JtMessage, context: JtContext): JtUnit[] {
  const sent = fileTime(message, context);
  return listGroups(message, '50', ['10']).map((group) => {
    const number = context.layout.read(group.first, 'box');
    const sailing = sailingKey(group.heads[0] ?? null, context);
    return {
      thread: number && `COSTOR:${compactNumber(number)}:${sailing}`,
      events: sent ? readOrder(group, sent, message, context) : [],
      at: group.at,
      span: group.span,
    };
  });
}

function readOrder(group: JtGroup, sent: EventTime, message: JtMessage, context: JtContext): TrackingEvent[] {
  const { layout } = context;
  const box = readJtBox({ at: group.at, box: group.first }, context);
  const work = box && workOf(group, message, context);
  if (!box || !work) return [];
  const where = { at: group.at, span: group.first };
  const place = readJtPlace([group.first], 'place', group.at, context);
  const written = writtenTime(layout, group.first, 'workTime');
  const time =
    written === null ? sent : context.placesAndTimes.time(parseJtTime(written), written, place, where);
  if (!time) return [];
  const booking = readBooking(layout.read(group.first, 'booking'), '订舱号', where, context);
  const goods = readJtGoods(group.details, context);
  return [
    claim({
      code: work,
      classifier: 'REQUESTED',
      time,
      place: place?.ref ?? null,
      equipment: box.equipment,
      loadState: box.loadState,
      transport: readJtVessel(group.heads[0] ?? null, message.at, context),
      documents: [box.bill, booking].filter((document) => document !== null),
      goods,
      quantity: totalOf(goods),
      rawCode: ['COSTOR', layout.read(group.first, 'purpose')].filter(Boolean).join('+'),
    }),
  ];
}

function workOf(group: JtGroup, message: JtMessage, { layout, findings }: JtContext): Work | null {
  const code = layout.read(group.first, 'purpose')?.toUpperCase() ?? null;
  const known = code === null ? null : PURPOSES.find(code);
  const work = known?.canonical ?? findByWords(layout.read(message.header, 'text'), WORDS);
  if (code !== null && !known) findings.unmapped(PURPOSES, code, group.at, group.first);
  if (work === null) findings.add('MISSING_FIELD', 'ERROR', group.at, 'stuffing or stripping', group.first);
  return work as Work | null;
}
