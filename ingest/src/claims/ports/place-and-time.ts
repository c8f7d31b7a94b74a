import { eventTimeAt, type WallClock } from 'graph-schema/domain/event-time';
import { resolveAirport, resolveLocode, type ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EventTime, FacilityScheme } from 'graph-schema/domain/tracking-event';
import type { ClaimContext, Where } from '../claim-context.ts';

/**
 * Places and times of one message. A file names few places thousands of times, so each is resolved and complained
 * about once.
 */
export class PlacesAndTimes {
  readonly #context: ClaimContext;
  readonly #resolved = new Map<string, ResolvedPlace>();

  constructor(context: ClaimContext) {
    this.#context = context;
  }

  /** A place by the sender's code; what no table knows is kept as `raw` and told. */
  place(
    code: string,
    facility: { readonly scheme: FacilityScheme; readonly code: string } | null,
    where: Where,
  ): ResolvedPlace {
    const key = facility ? `${code}\n${facility.scheme}\n${facility.code}` : code;
    const known = this.#resolved.get(key);
    if (known) return known;
    const { source, places, findings } = this.#context;
    const resolved = resolveLocode(code, facility, places, source.placeAliases);
    if (!resolved.place) findings.addOnce('UNKNOWN_PLACE', 'WARNING', where.at, code, where.span);
    this.#resolved.set(key, resolved);
    return resolved;
  }

  /** An airport by its IATA code, where the message says that it is one. */
  airport(code: string, where: Where): ResolvedPlace {
    const resolved = resolveAirport(code, this.#context.places);
    if (!resolved.place)
      this.#context.findings.addOnce('UNKNOWN_PLACE', 'WARNING', where.at, code, where.span);
    return resolved;
  }

  /** The instant of a wall clock at a place; null with a finding when it is no date. */
  time(
    clock: WallClock | null,
    written: string,
    place: ResolvedPlace | null,
    where: Where,
  ): EventTime | null {
    const { source, findings } = this.#context;
    const time = clock && eventTimeAt(clock, place?.place ?? null, source.defaultZone);
    if (!time) {
      findings.add('BAD_TIME', 'ERROR', where.at, written, where.span);
      return null;
    }
    if (time.zoneSource === 'SENDER_DEFAULT')
      findings.addOnce('UNKNOWN_ZONE', 'WARNING', where.at, place?.ref.raw ?? null, where.span);
    return time;
  }
}
