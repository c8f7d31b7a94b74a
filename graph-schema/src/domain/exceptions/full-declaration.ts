import { countryOf } from '../country-of.ts';
import type { EventCode } from '../event-code.ts';
import { addDays, endOfDay, isWorkingDay, localDate } from '../free-time/calendar.ts';
import { COMES } from '../journey/legs.ts';
import { inTime, type Milestone } from '../journey/milestone.ts';
import type { Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { at, idsOf } from './moves.ts';
import { findRule, type ExceptionRules } from './rules.ts';

const OF = 'FULL_DECLARATION';
/** What is told of the declaration once its second step is in, or of one that is no longer owed. */
const FILED: ReadonlySet<EventCode> = new Set<EventCode>([
  'DECL_SUBMITTED', 'DECL_RECEIVED', 'DECL_ASSESSED', 'RELEASED_ON_GUARANTEE', 'DECL_RELEASED', 'DECL_CLOSED', 'DECL_CANCELLED',
]); // prettier-ignore

/**
 * 两步申报: goods that entered on a summary declaration 概要申报 and whose full one 完整申报 is not filed in time: within fourteen
 * days from the day on which the means of transport is declared as arrived, that day not counted (GACC notice 127 of 2019). A
 * last day off moves to the next working day. Nobody tells that declaration, so the first arrival in the country counts, and
 * without one the permission.
 */
export function fullDeclarationsOverdue(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const rule = findRule(rules, 'CUSTOMS_STUCK', OF);
  if (!rule) return [];
  const actual = cargo.documents.filter((m) => m.classifier === 'ACTUAL');
  const permitted = new Map(
    actual.filter((m) => m.code === 'ENTRY_PERMITTED').reverse().map((m) => [m.document, m]),
  ); // prettier-ignore
  return [...permitted.values()].reverse().map((entry): Episode => {
    const filed = actual.find((m) => m.document === entry.document && FILED.has(m.code) && at(m) > at(entry));
    const from = arrivalOf(cargo, entry) ?? entry;
    const after = (hours: number) => endOfTerm(cargo, from, hours);
    return {
      rule,
      of: OF,
      opensAt: after(rule.hours),
      worsensAt: rule.worseHours === null ? null : after(rule.worseHours),
      closesAt: filed ? at(filed) : null,
      subject: { containers: entry.containers, place: entry.place, run: null, document: entry.document },
      evidence: [...idsOf(entry), ...(from === entry ? [] : idsOf(from))],
      closing: idsOf(filed ?? null),
      figures: { since: from.time.instant, limitHours: rule.hours },
    };
  });
}

/** The first arrival in the country of the office, whether the goods were let in before or after it. */
function arrivalOf({ logistics }: Cargo, { place }: Milestone): Milestone | null {
  const country = countryOf(place);
  const came = logistics.filter(
    (m) => m.classifier === 'ACTUAL' && COMES.has(m.code) && m.place && countryOf(m.place) === country,
  );
  return (country !== null && came.sort(inTime)[0]) || null;
}

/** The midnight that ends the last day; where the zone is not known, so many hours on. */
function endOfTerm({ zoneOf, calendars }: Cargo, { place, time }: Milestone, hours: number): number {
  const zone = (place && zoneOf?.(place)) ?? time.zone;
  const start = Date.parse(time.instant);
  const first = localDate(zone, start);
  if (first === null) return start + hours * HOUR_MS;
  const calendar = calendars?.get(countryOf(place) ?? '');
  let last = addDays(first, Math.floor(hours / 24));
  while (!isWorkingDay(calendar, last)) last = addDays(last, 1);
  return endOfDay(zone, last) ?? start + hours * HOUR_MS;
}
