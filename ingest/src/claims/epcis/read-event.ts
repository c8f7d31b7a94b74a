import type { Attested } from 'graph-schema/domain/tracking-event';
import type { ClaimContext, Where } from '../claim-context.ts';
import { containerPositions } from '../json/container-positions.ts';
import { readTime } from '../json/iso-time.ts';
import { versionOf } from '../message-action.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { eventClaims } from './event-claims.ts';
import { EVENT_TYPES, type EpcisEvent } from './epcis-event.ts';
import { threadOf } from './event-thread.ts';
import { locationReader } from './locations.ts';

/**
 * Reads the events of one message. Each is a message of its own, so that an error declaration takes back the one that
 * it declares wrong; what holds instead, its sender says in events of their own (correctiveEventIDs).
 */
export function epcisEventReader(context: ClaimContext): (event: EpcisEvent, where: Where) => UnitOutcome {
  const scope = { ...context, locate: locationReader(context) };
  return (event, where) => {
    if (!EVENT_TYPES.has(event.type)) {
      context.findings.add('UNSUPPORTED', 'ERROR', `${where.at} type`, event.type, where.span);
      return NOTHING;
    }
    const { defaultZone } = context.source;
    const instantOf = (text: string | null): string | null =>
      (text === null ? null : readTime(text, null, event.offset ?? defaultZone))?.instant ?? null;
    const thread = threadOf(event);
    const recordedAt = instantOf(event.recordTime);
    const said = versionOf(recordedAt ?? instantOf(event.eventTime));
    if (event.error) {
      const version = Math.max(said, versionOf(instantOf(event.error.declarationTime)));
      const retraction = { kind: 'CANCEL', thread, version } as const;
      return { message: { thread, version, attested: [], retraction } };
    }
    const claims = eventClaims(event, where, scope);
    if (claims.length === 0) return NOTHING;
    const attested = claims.map((claimed): Attested => ({
      event: claimed,
      messageRef: event.eventId,
      span: where.span,
      recordedAt,
    }));
    const [latitude = null, longitude = null] = coordinatesOf(event.readPoint);
    const positions = containerPositions(claims, latitude, longitude);
    return { message: { thread, version: said, attested, retraction: null }, positions };
  };
}

/** `geo:<latitude>,<longitude>[,<altitude>][;…]` (RFC 5870). */
function coordinatesOf(uri: string | null): number[] {
  const [, latitude, longitude] =
    /^geo:(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)(?:[,;]|$)/i.exec(uri ?? '') ?? [];
  return latitude && longitude ? [Number(latitude), Number(longitude)] : [];
}
