import { compactNumber } from 'graph-schema/codes/parsed';
import { claim } from 'graph-schema/domain/claim';
import type { EventTime, Measurement, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { listGroups, type JtGroup } from '../../claims/jt-files/box-groups.ts';
import { readJtBox, readJtVessel, readJtWeight, sailingKey } from '../../claims/jt-files/box-record.ts';
import { readJtGoods, readJtPlace } from '../../claims/jt-files/cargo-records.ts';
import type { JtContext, JtUnit } from '../../claims/jt-files/interpret-jt.ts';
import { readSailings } from '../../claims/jt-files/sailing.ts';
import { fileTime } from '../../claims/jt-files/sender-place.ts';
import { readBill } from '../../claims/ports/document.ts';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';

/** One unit per box that has its place aboard, and one per sailing that says a day. */
export function readPlanFile(message: JtMessage, context: JtContext): JtUnit[] {
  const planned = fileTime(message, context);
  const boxes = listGroups(message, '50', ['10']).map((group): JtUnit => {
    const number = context.layout.read(group.first, 'box');
    return {
      thread: number && `BAPLIE:${compactNumber(number)}:${sailingKey(group.heads[0] ?? null, context)}`,
      events: planned ? readPlace(group, planned, message, context) : [],
      at: group.at,
      span: group.span,
    };
  });
  return [...readSailings(message, context), ...boxes];
}

/** The plan lists boxes that were loaded weeks before and elsewhere: that a box is aboard, not that it was loaded. */
function readPlace(
  group: JtGroup,
  planned: EventTime,
  message: JtMessage,
  context: JtContext,
): TrackingEvent[] {
  const { layout } = context;
  const box = readJtBox({ at: group.at, box: group.first }, context);
  if (!box) return [];
  const written = layout.find(group.details, 'bill');
  const where = { at: `${group.at}/51`, span: written?.record ?? group.first };
  const bill = readBill(written?.value ?? null, '提单号', where, context);
  const stowage = layout.read(group.first, 'stowage');
  return [
    claim({
      code: 'MANIFESTED',
      classifier: 'ACTUAL',
      time: planned,
      place: readJtPlace(group.heads, 'departPort', group.at, context)?.ref ?? null,
      equipment: box.equipment,
      loadState: box.loadState,
      transport: readJtVessel(group.heads[0] ?? null, message.at, context),
      documents: bill ? [bill] : [],
      quantity: readJtWeight(layout.read(group.first, 'grossKg')),
      from: readJtPlace(group.details, 'pol', group.at, context)?.ref ?? null,
      to: readJtPlace(group.details, 'pod', group.at, context)?.ref ?? null,
      stowage: stowage !== null && /^\d{6}$/.test(stowage) ? `0${stowage}` : stowage,
      goods: readJtGoods(group.details, context),
      measurements: setPointOf(group, context),
      rawCode: 'BAPLIE',
    }),
  ];
}

function setPointOf({ first, at }: JtGroup, { layout, findings }: JtContext): Measurement[] {
  const written = layout.read(first, 'temperature');
  if (written === null) return [];
  // Planners write minus eighteen as `-018`, and plus as `+02`.
  if (!/^[+-]?\d{1,3}(?:\.\d{1,2})?$/.test(written)) {
    findings.add('BAD_SYNTAX', 'WARNING', at, `temperature ${written}`, first);
    return [];
  }
  const unit = layout.read(first, 'temperatureUnit')?.toUpperCase() === 'F' ? '[degF]' : 'Cel';
  return [{ kind: 'SET_POINT', name: null, value: Number(written), unit }];
}
