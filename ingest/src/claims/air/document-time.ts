import { eventTimeFromIso } from 'graph-schema/domain/event-time';
import type { Place } from 'graph-schema/domain/place';
import type { EventTime } from 'graph-schema/domain/tracking-event';
import type { CargoImpLine } from '../../syntax/cargo-imp.ts';
import { dayIn, momentAt } from './moment.ts';
import type { TelexScope } from './telex-scope.ts';

/**
 * When a document was known: on the day that it says it was issued, else when the telex was sent, else on the day of
 * the receipt, which is said. Null when no clock can be read at the place.
 */
export function documentTime(
  issued: string | null,
  place: Place | null,
  line: CargoImpLine,
  scope: TelexScope,
): EventTime | null {
  const { source, receivedAt } = scope.context;
  if (issued !== null) return momentAt({ date: issued, clock: null }, place, source.defaultZone);
  if (scope.sentAt !== null) return eventTimeFromIso(scope.sentAt);
  const said = 'no date of issue: the day of the receipt was taken';
  scope.findings.addOnce('MISSING_FIELD', 'INFO', `line ${line.number}`, said, line);
  const date = dayIn(place?.zone ?? source.defaultZone, new Date(receivedAt));
  return momentAt({ date, clock: null }, place, source.defaultZone);
}
