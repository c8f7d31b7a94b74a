import { compactNumber } from 'graph-schema/codes/parsed';
import { claim } from 'graph-schema/domain/claim';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EventTime, Reason, TrackingEvent, TransportRef } from 'graph-schema/domain/tracking-event';
import { listBoxGroups, listDetails, type JtBoxGroup } from '../../claims/jt-files/box-groups.ts';
import { readJtBox } from '../../claims/jt-files/box-record.ts';
import { parseJtTime, writtenTime, type JtContext, type JtUnit } from '../../claims/jt-files/interpret-jt.ts';
import { fileTime, senderPlace } from '../../claims/jt-files/sender-place.ts';
import { readVessel } from '../../claims/ports/vessel.ts';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';
import type { JtRecord } from '../../syntax/jt-flat/record.ts';

/** One unit per box that stands in the yard: that it was counted there, and how it came there. */
export function readStockFile(message: JtMessage, context: JtContext): JtUnit[] {
  const counted = fileTime(message, context);
  const yard = senderPlace(message, context);
  return listBoxGroups(message).map((group) => {
    const number = context.layout.read(group.box, 'box');
    const since =
      writtenTime(context.layout, group.box, 'dischargeTime') ??
      writtenTime(context.layout, group.box, 'inTime');
    return {
      thread: number && `COEDOR:${compactNumber(number)}:${since ?? ''}`,
      events: counted ? readStock(group, counted, yard, context) : [],
      at: group.at,
      span: group.span,
    };
  });
}

function readStock(
  group: JtBoxGroup,
  counted: EventTime,
  yard: ResolvedPlace | null,
  context: JtContext,
): TrackingEvent[] {
  const box = readJtBox(group, context);
  if (!box) return [];
  const shared = {
    classifier: 'ACTUAL',
    place: yard?.ref ?? null,
    equipment: box.equipment,
    loadState: box.loadState,
    documents: box.bill ? [box.bill] : [],
    rawCode: ['COEDOR', context.layout.read(group.box, 'direction')].filter(Boolean).join('+'),
  } as const;
  const seen = claim({ ...shared, code: 'DETECTED', time: counted, reason: slotOf(group.box, context) });
  const damages = listDetails(group, '52').map((record) =>
    claim({ ...shared, code: 'DAMAGED', time: counted, reason: damageOf(record, context) }),
  );
  const entry = readEntry(group, yard, context);
  return [...(entry ? [claim({ ...shared, ...entry })] : []), seen, ...damages];
}

/** A box from a ship has a time of discharge, and what stands as its gate-in is then the way to the slot. */
function readEntry(
  group: JtBoxGroup,
  yard: ResolvedPlace | null,
  context: JtContext,
): { code: 'DISCHARGED' | 'GATED_IN'; time: EventTime; transport: TransportRef | null } | null {
  const { layout, placesAndTimes } = context;
  const where = { at: group.at, span: group.box };
  const discharged = writtenTime(layout, group.box, 'dischargeTime');
  const written = discharged ?? writtenTime(layout, group.box, 'inTime');
  const time = written && placesAndTimes.time(parseJtTime(written), written, yard, where);
  if (!time) return null;
  if (discharged === null) return { code: 'GATED_IN', time, transport: null };
  const name = layout.read(group.box, 'inVessel');
  const voyage = layout.read(group.box, 'inVoyage');
  const ship = { mode: 'VESSEL', identity: null, isCallSign: false, name, voyage } as const;
  return { code: 'DISCHARGED', time, transport: readVessel(ship, where, context) };
}

/** Where in the yard, and for how long: `A1203`, `堆存 12 天`. */
function slotOf(record: JtRecord, { layout }: JtContext): Reason | null {
  const code = layout.read(record, 'slot');
  const days = layout.read(record, 'stockDays');
  if (code === null && days === null) return null;
  return { scheme: 'JT 堆存', code, text: days === null ? null : `堆存 ${days} 天` };
}

function damageOf(record: JtRecord, { layout }: JtContext): Reason {
  const words = ['damageTypeName', 'damageArea', 'damageAreaName', 'damageSeverity'];
  const text = words.flatMap((field) => layout.read(record, field) ?? []).join(' ') || null;
  return { scheme: 'JT 残损', code: layout.read(record, 'damageType'), text };
}
