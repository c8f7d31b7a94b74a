import type { ReadMessage } from 'graph-schema/domain/message';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { UnitOutcome } from '../../syntax/units.ts';
import type { ClaimContext, Where } from '../claim-context.ts';
import { readTime } from '../json/iso-time.ts';
import { versionOf } from '../message-action.ts';

/** What an event says of itself as a message. */
export interface EventIdentity {
  readonly id: string | null;
  /** When it was made or last updated, and what its sender calls that field. */
  readonly recorded: string | null;
  readonly recordedName: string;
  /** Leaving that out is a defect. */
  readonly mustBeRecorded: boolean;
}

/**
 * Each event is a message of its own: carriers correct one by publishing its eventID again, made later. So every event
 * replaces what was said under its id before. One without an id can be replaced by nothing, with a warning.
 */
export function publishedEvent(
  identity: EventIdentity,
  events: readonly TrackingEvent[],
  context: ClaimContext,
  where: Where,
): ReadMessage {
  const { id } = identity;
  const { findings } = context;
  const recordedAt = recordedOf(identity, context, where);
  if (id === null) findings.add('MISSING_FIELD', 'WARNING', `${where.at}.eventID`, null, where.span);
  const { span } = where;
  const attested = events.map((claimed) => ({ event: claimed, messageRef: id, span, recordedAt }));
  const version = versionOf(recordedAt);
  if (id === null) return { thread: null, version, attested, retraction: null };
  const thread = `DCSA:${id}`;
  return { thread, version, attested, retraction: { kind: 'REPLACE', thread, version } };
}

/** An event that is taken back; without a time of its own it takes back whatever was published before now. */
export function retractedEvent(
  identity: EventIdentity,
  retractedId: string,
  context: ClaimContext & { readonly receivedAt: string },
  where: Where,
): UnitOutcome {
  const recordedAt = recordedOf(identity, context, where);
  const version = versionOf(recordedAt ?? context.receivedAt);
  const thread = `DCSA:${retractedId}`;
  return {
    message: { thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } },
  };
}

function recordedOf(
  { recorded, recordedName, mustBeRecorded }: EventIdentity,
  { findings, source }: ClaimContext,
  { at, span }: Where,
): string | null {
  const time = recorded === null ? null : readTime(recorded, null, source.defaultZone);
  if (recorded === null) {
    if (mustBeRecorded) findings.add('MISSING_FIELD', 'WARNING', `${at}.${recordedName}`, null, span);
  } else if (!time) findings.add('BAD_TIME', 'WARNING', `${at}.${recordedName}`, recorded, span);
  return time?.instant ?? null;
}
