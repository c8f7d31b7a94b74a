import type { Interpretation, MessageIssue, UnitCounts } from 'graph-schema/domain/message';
import { dimensionOf } from 'graph-schema/domain/event-code';
import { NONE_NAMED } from 'graph-schema/domain/not-entitled';
import type { Gazetteer } from 'graph-schema/domain/place';
import type { Entitlement, SourceProfile } from 'graph-schema/domain/source';
import type { Attested, PlaceRef, TrackingEvent } from 'graph-schema/domain/tracking-event';

/** Stands among the kinds for where ships, trains, aircraft and trucks are. */
const POSITION = 'POSITION';

/**
 * Leaves of an interpretation what its source may speak of. The rest is parked as NOT_ENTITLED: the raw message keeps
 * it, a finding says what it was and why, and reading the message again after the profile was widened takes it.
 */
export function entitled(
  interpretation: Interpretation,
  { maySpeakOf: written }: SourceProfile,
  gazetteer: Gazetteer,
): Interpretation {
  if (!written) return interpretation;
  const maySpeakOf = { ...written, places: written.places && asRead(written.places, gazetteer) };
  const refused: MessageIssue[] = [];
  const seesPositions = maySpeakOf.kinds?.includes(POSITION) ?? true;
  const { positions, statics } = interpretation;
  if (!seesPositions && positions.length + statics.length > 0)
    refused.push({
      code: 'NOT_ENTITLED',
      severity: 'ERROR',
      at: POSITION,
      value: `${positions.length + statics.length} positions and descriptions`,
      span: null,
      list: null,
    });
  const messages = interpretation.messages.map((message) => {
    const attested = message.attested.filter((one) => {
      const why = whyNot(one.event, maySpeakOf);
      if (why) refused.push(refusal(one, why));
      return why === null;
    });
    return attested.length === message.attested.length ? message : { ...message, attested };
  });
  if (refused.length === 0) return interpretation;
  const left = {
    events: messages.some(({ attested }) => attested.length > 0),
    positions: seesPositions && positions.length > 0,
  };
  return {
    messages,
    positions: seesPositions ? positions : [],
    statics: seesPositions ? statics : [],
    issues: [...interpretation.issues, ...refused],
    counts: countsOf(interpretation.counts, left),
  };
}

/**
 * Where nothing of a kind is left, its units hold issues only. A unit of which some is left counts as before: which unit a
 * claim came from is its format's secret.
 */
function countsOf(
  counts: UnitCounts,
  left: { readonly events: boolean; readonly positions: boolean },
): UnitCounts {
  const withEvents = left.events ? counts.withEvents : 0;
  const withPositions = left.positions ? counts.withPositions : 0;
  const lost = counts.withEvents - withEvents + counts.withPositions - withPositions;
  return { ...counts, withEvents, withPositions, withIssuesOnly: counts.withIssuesOnly + lost };
}

function refusal({ event, span }: Attested, value: string): MessageIssue {
  return { code: 'NOT_ENTITLED', severity: 'ERROR', at: event.code, value, span, list: null };
}

/** What the source may not speak of, in words of its profile; null when it may. */
function whyNot(event: TrackingEvent, { kinds, places, parties }: Entitlement): string | null {
  if (
    kinds &&
    !kinds.some(
      (kind) => kind === event.code || kind === dimensionOf(event.code) || isFamily(kind, event.code),
    )
  )
    return `kind ${event.code}`;
  if (places && !isWithin(event.place, places)) return `place ${placeName(event.place)}`;
  if (parties) {
    const named = partiesOf(event);
    if (!named.some((name) => parties.includes(name))) return `party ${named[0] ?? NONE_NAMED}`;
  }
  return null;
}

/** `DECL_*` stands for all codes that begin so. */
function isFamily(kind: string, code: string): boolean {
  return kind.endsWith('*') && code.startsWith(kind.slice(0, -1));
}

/** Codes that are still written but were replaced (`CNSHA`) stand for the ones that claims have. */
function asRead(places: readonly string[], gazetteer: Gazetteer): string[] {
  return places.flatMap((name) => {
    const [port = '', ...terminal] = name.split(':');
    const today = port.length === 5 ? gazetteer.findLocode(port)?.unLocode : null;
    return today && today !== port ? [name, [today, ...terminal].join(':')] : [name];
  });
}

/** A country (`CN`), a place (`CNNBO`), a terminal of it (`CNNBO:BLCT3`), a customs office or a station code. */
function isWithin(place: PlaceRef | null, places: readonly string[]): boolean {
  if (!place) return false;
  const { unLocode, facility, customsOffice, railStation } = place;
  const names = [customsOffice, railStation];
  if (unLocode) names.push(unLocode.slice(0, 2), unLocode, facility && `${unLocode}:${facility.code}`);
  return names.some((name) => name !== null && places.includes(name));
}

function placeName(place: PlaceRef | null): string {
  if (!place) return NONE_NAMED;
  const code = place.unLocode ?? place.railStation ?? place.customsOffice ?? place.raw ?? '?';
  return place.facility ? `${code}:${place.facility.code}` : code;
}

/** Who issued the papers of a claim, and the identified parties that it names. */
function partiesOf(event: TrackingEvent): string[] {
  const issuers = event.documents.flatMap(({ issuer }) => issuer ?? []);
  const parties = event.parties.flatMap(({ id }) => (id ? [`${id.scheme}:${id.code}`, id.code] : []));
  return [...issuers, ...parties];
}
