import type { FactClaim } from '../../domain/journey/facts.ts';
import {
  standingAt,
  type Attestation,
  type RetractionMark,
  type SaidClaim,
} from '../../domain/known/standing-at.ts';
import type { TrackingEvent } from '../../domain/tracking-event.ts';
import { eventId } from '../../identity/event-id.ts';
import type { Told } from './history.ts';

/** The claims that stand when all of this was told, in whatever order. */
export function standingOf(told: readonly Told[]): FactClaim[] {
  const claims = new Map<string, { event: TrackingEvent; said: Attestation[] }>();
  const marks: RetractionMark[] = [];
  const receivedAt = '2026-11-21T02:00:00Z';
  told.forEach(({ source: id, message }, index) => {
    const named = (thread: string | null) => (thread === null ? null : `${id}|${thread}`);
    const { thread, version, retraction } = message;
    const source = { id, name: id, nameZh: null, kind: 'TERMINAL' as const, trust: {} };
    for (const { event, span } of message.attested) {
      const voice = { source, rawId: `${id}:${index}`, sha256: '', format: 'test', receivedAt, messageRef: thread, span };
      const one: Attestation = { voice, thread: named(thread), version, replaces: retraction?.kind === 'REPLACE' };
      const key = eventId(event);
      const known = claims.get(key);
      if (known) known.said.push(one);
      else claims.set(key, { event, said: [one] });
    }
    const taken = retraction && named(retraction.thread);
    if (!taken) return;
    const isCancel = retraction.kind === 'CANCEL';
    marks.push({
      thread: taken,
      cancelled: isCancel ? retraction.version : -1,
      replaced: isCancel ? -1 : retraction.version,
      receivedAt,
    });
  });
  const said = [...claims].map(([id, { event, said: by }]): SaidClaim => ({ id, event, said: by }));
  return standingAt(said, marks, Infinity);
} // prettier-ignore
