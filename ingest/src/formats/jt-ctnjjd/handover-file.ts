import { completeContainerNumber, parseContainerNumber } from 'graph-schema/codes/iso6346';
import { compactNumber } from 'graph-schema/codes/parsed';
import { claim } from 'graph-schema/domain/claim';
import type { EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { listGroups, type JtGroup } from '../../claims/jt-files/box-groups.ts';
import {
  billKey,
  readJtBox,
  readJtVessel,
  readJtWeight,
  sailingKey,
} from '../../claims/jt-files/box-record.ts';
import { readJtGoods, readJtParties, readJtPlace } from '../../claims/jt-files/cargo-records.ts';
import type { JtContext, JtUnit } from '../../claims/jt-files/interpret-jt.ts';
import { fileTime } from '../../claims/jt-files/sender-place.ts';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';
import type { JtRecord } from '../../syntax/jt-flat/record.ts';

/** One unit per box; the ship stands in record 10 or 11. */
export function readHandoverFile(message: JtMessage, context: JtContext): JtUnit[] {
  const sent = fileTime(message, context);
  return listGroups(message, '50', ['10', '11', '12']).map((group) => {
    const number = context.layout.read(group.first, 'box');
    const bill = billKey(group.first, context) ?? '';
    const sailing = sailingKey(vesselOf(group), context);
    return {
      thread: number && `CTNJJD:${compactNumber(number)}:${bill}:${sailing}`,
      events: sent ? readHandover(group, sent, message, context) : [],
      at: group.at,
      span: group.span,
    };
  });
}

function vesselOf(group: JtGroup): JtRecord | null {
  return group.heads.find(({ number }) => number === '10' || number === '11') ?? null;
}

function readHandover(
  group: JtGroup,
  sent: EventTime,
  message: JtMessage,
  context: JtContext,
): TrackingEvent[] {
  const { layout, findings } = context;
  const written = layout.read(group.first, 'box');
  if (written !== null && !isBoxNumber(written)) {
    findings.add('BAD_IDENTIFIER', 'ERROR', group.at, written, group.first);
    return [];
  }
  const box = readJtBox({ at: group.at, box: group.first }, context);
  if (!box) return [];
  const notes = [layout.read(group.first, 'loadNote'), layout.read(group.first, 'dischargeNote')];
  const text = notes.filter((note) => note !== null).join(' / ') || null;
  return [
    claim({
      code: 'HANDOVER_LISTED',
      classifier: 'ACTUAL',
      time: sent,
      equipment: box.equipment,
      loadState: box.loadState,
      transport: readJtVessel(vesselOf(group), message.at, context),
      documents: box.bill ? [box.bill] : [],
      quantity: readJtWeight(layout.read(group.first, 'goodsKg')),
      from: readJtPlace(group.heads, 'pol', group.at, context)?.ref ?? null,
      to: readJtPlace(group.heads, 'pod', group.at, context)?.ref ?? null,
      parties: readJtParties([group.first], context),
      goods: readJtGoods([group.first], context),
      reason: text === null ? null : { scheme: 'JT 装卸状况', code: null, text },
      rawCode: 'CTNJJD',
    }),
  ];
}

/** By its form, whatever its check digit: where fields are out of place, a size or a seal would be handed over. */
function isBoxNumber(written: string): boolean {
  const parsed = parseContainerNumber(written);
  return parsed.ok || parsed.problem === 'BAD_CHECK_DIGIT' || completeContainerNumber(written) !== null;
}
