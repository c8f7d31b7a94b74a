import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { listGroups, type JtGroup } from '../../claims/jt-files/box-groups.ts';
import { readJtVessel, sailingKey } from '../../claims/jt-files/box-record.ts';
import type { JtContext, JtUnit } from '../../claims/jt-files/interpret-jt.ts';
import { senderPlace } from '../../claims/jt-files/sender-place.ts';
import { readCallStamps, type CallStamp } from '../../claims/jt-files/work-of-call.ts';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';

const STAMPS: readonly CallStamp[] = [
  { field: 'berthed', code: 'BERTHED', words: '靠泊' },
  { field: 'dischargeStart', code: 'OPERATIONS_STARTED', words: '卸船开始' },
  { field: 'dischargeEnd', code: 'OPERATIONS_COMPLETED', words: '卸船结束' },
  { field: 'loadStart', code: 'OPERATIONS_STARTED', words: '装船开始' },
  { field: 'loadEnd', code: 'OPERATIONS_COMPLETED', words: '装船结束' },
  { field: 'departed', code: 'DEPARTED', words: '离泊' },
];

/** One unit per call. */
export function readDepartureFile(message: JtMessage, context: JtContext): JtUnit[] {
  return listGroups(message, '10', []).map((group) => ({
    thread: `VESDEP:${sailingKey(group.first, context)}`,
    events: readCall(group, message, context),
    at: group.at,
    span: group.span,
  }));
}

function readCall(group: JtGroup, message: JtMessage, context: JtContext): TrackingEvent[] {
  const ship = readJtVessel(group.first, message.at, context);
  const records = [group.first, ...group.details];
  const place = senderPlace(message, context);
  const events = ship ? readCallStamps(records, STAMPS, ship, place, message.at, context) : [];
  if (events.length === 0)
    context.findings.add('MISSING_FIELD', 'ERROR', group.at, 'vessel, voyage or times', group.first);
  return events;
}
