import { claim } from 'graph-schema/domain/claim';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import type { Where } from '../claim-context.ts';
import { versionOf } from '../message-action.ts';
import type { PortContext } from './interpret-named.ts';
import type { NamedRecord } from './named-fields.ts';
import { readPortTime } from './port-record.ts';

/** What a record came to: its claims, as said at its time. */
export function portOutcome(
  events: readonly TrackingEvent[],
  time: EventTime,
  { span }: Where,
  {
    thread = null,
    messageRef = null,
  }: { readonly thread?: string | null; readonly messageRef?: string | null } = {},
): UnitOutcome {
  const attested = events.map((event) => ({ event, messageRef, span, recordedAt: null }));
  return { message: { thread, version: versionOf(time.instant), attested, retraction: null } };
}

/** A record without a field that it needs. */
export function withoutField(field: string, { at, span }: Where, { findings }: PortContext): UnitOutcome {
  findings.add('MISSING_FIELD', 'ERROR', `${at}/${field}`, null, span);
  return NOTHING;
}

/** Until when what the record is about may be used, by the clock of the place where it is. */
export function readValidity(
  record: NamedRecord,
  { documents, loadState }: Pick<TrackingEvent, 'documents' | 'loadState'>,
  place: ResolvedPlace | null,
  words: string,
  where: Where,
  context: PortContext,
): TrackingEvent[] {
  if (record.text('validUntil') === null) return [];
  const time = readPortTime(record, place, where, context, 'validUntil');
  if (!time) return [];
  const reason = { scheme: null, code: null, text: words };
  const until = { code: 'CUT_OFF', classifier: 'PLANNED', time, loadState, documents, reason } as const;
  return [claim({ ...until, place: place?.ref ?? null, rawCode: 'validUntil' })];
}
