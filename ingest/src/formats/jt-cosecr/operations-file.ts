import { compactNumber } from 'graph-schema/codes/parsed';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { listGroups, type JtGroup } from '../../claims/jt-files/box-groups.ts';
import type { JtContext, JtUnit } from '../../claims/jt-files/interpret-jt.ts';
import { senderPlace } from '../../claims/jt-files/sender-place.ts';
import { readCallStamps } from '../../claims/jt-files/work-of-call.ts';
import { readVessel } from '../../claims/ports/vessel.ts';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';

/** An import voyage is discharged, an export voyage loaded; the times are those of the whole work. */
const VOYAGES = [
  { field: 'importVoyage', words: '卸船作业' },
  { field: 'exportVoyage', words: '装船作业' },
] as const;

/** One unit per call (record 10), with a claim for each voyage that it is worked under. */
export function readOperationsFile(message: JtMessage, context: JtContext): JtUnit[] {
  return listGroups(message, '10', []).map((group) => {
    const { layout } = context;
    const ship = layout.read(group.first, 'vessel') ?? layout.read(group.first, 'vesselZh') ?? '';
    const voyages = VOYAGES.flatMap(({ field }) => layout.read(group.first, field) ?? []);
    return {
      thread: `COSECR:${compactNumber(ship)}/${voyages.map(compactNumber).join('+')}`,
      events: readWork(group, placeOf(group, message, context), context),
      at: group.at,
      span: group.span,
    };
  });
}

/** The place of record 10 is a code of the sender's, as the sender itself is. */
function placeOf(group: JtGroup, message: JtMessage, context: JtContext): ResolvedPlace | null {
  const code = context.layout.read(group.first, 'place');
  if (code === null) return senderPlace(message, context);
  const sender = context.layout.read(message.header, 'sender');
  const known = context.source.placeAliases[code.toUpperCase()] === undefined ? sender : null;
  const facility = { scheme: 'LOCAL', code: code.toUpperCase() } as const;
  return context.placesAndTimes.place(known ?? code, facility, { at: group.at, span: group.first });
}

function readWork(group: JtGroup, place: ResolvedPlace | null, context: JtContext): TrackingEvent[] {
  const { layout, findings } = context;
  const where = { at: group.at, span: group.first };
  const name = layout.read(group.first, 'vessel') ?? layout.read(group.first, 'vesselZh');
  const events = VOYAGES.flatMap(({ field, words }) => {
    const voyage = layout.read(group.first, field);
    if (name === null || voyage === null) return [];
    const written = { mode: 'VESSEL', identity: null, isCallSign: false, name, voyage } as const;
    const ship = readVessel(written, where, context);
    if (!ship) return [];
    const stamps = [
      { field: 'workStart', code: 'OPERATIONS_STARTED', words },
      { field: 'workEnd', code: 'OPERATIONS_COMPLETED', words },
    ] as const;
    return readCallStamps([group.first], stamps, ship, place, group.at, context);
  });
  if (events.length === 0)
    findings.add('MISSING_FIELD', 'ERROR', group.at, 'vessel, voyage or time of work', group.first);
  return events;
}
