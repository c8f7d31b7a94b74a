import { tiesTogether, type IdentifierKey } from '../../src/domain/identifier.ts';
import { deriveJourney, type Journey } from '../../src/domain/journey/derive-journey.ts';
import type { JourneyException } from '../../src/domain/exceptions/exception.ts';
import type { FreeTimeClock } from '../../src/domain/free-time/free-time-clock.ts';
import { groupBy } from '../../src/domain/group-by.ts';
import { placeOf } from '../../src/domain/journey/milestone.ts';
import type { FactClaim, JourneyFacts } from '../../src/domain/journey/facts.ts';
import { ordersTold } from '../../src/domain/order-numbers.ts';
import { concludeAll, type Concluded } from '../../src/domain/known/conclude-all.ts';
import { standingAt } from '../../src/domain/known/standing-at.ts';
import type { Readiness } from '../../src/domain/release/readiness.ts';
import { townPointsOf } from '../../src/domain/town-points.ts';
import { getJourneyRules } from '../../src/reference/journey-rules.ts';
import { sampleGazetteer } from '../../src/testing/sample-gazetteer.ts';
import { showJourney } from '../../src/testing/show-journey.ts';
import type { Told } from './telling.ts';

const points = townPointsOf(sampleGazetteer);

/**
 * What whoever asks for a number at an instant (`2026-08-10 00:00`, UTC) is answered from all that had been heard by
 * then: nothing is assigned by hand, cycles, consignments and inheritance are concluded from what was told.
 */
export function asked(
  told: Told,
  number: IdentifierKey,
  at: string,
  known: Pick<JourneyFacts, 'heard' | 'positions' | 'gaps'> = {},
): string {
  const now = Date.parse(`${at.replace(' ', 'T')}:00Z`);
  const claims = standingAt(told.claims, told.retractions, now);
  const concluded = concludeAll(claims, points);
  const found = concluded.shipments.filter(
    (facts) =>
      facts.documents.includes(number) ||
      facts.cycles.some(({ container }) => `CONTAINER:${container}` === number) ||
      (!tiesTogether(number) && ordersTold(facts, claims).has(number)),
  );
  if (found.length === 0) return `nothing is known of ${number}`;
  const answers = found.map((facts) => {
    const heading = found.length > 1 ? `${facts.anchor}: ` : '';
    const boxes = new Set<string>(facts.cycles.map(({ container }) => container));
    return [
      heading + showWhole(deriveJourney({ ...facts, ...known }, now, getJourneyRules(Infinity))),
      ...parked(concluded, claims, boxes),
    ].join('\n');
  });
  return answers.join('\n\n');
}

/** The exceptions of a number at an instant, each with what shows it: `WARNING CUT_OFF_AT_RISK …: ~CUT_OFF 10-24 12:00 by CARRIER`. */
export function alarmed(told: Told, number: IdentifierKey, at: string): string {
  const now = Date.parse(`${at.replace(' ', 'T')}:00Z`);
  const claims = standingAt(told.claims, told.retractions, now);
  const facts = concludeAll(claims, points).shipments.find(({ documents }) => documents.includes(number));
  if (!facts) return `nothing is known of ${number}`;
  const { exceptions } = deriveJourney(facts, now, getJourneyRules(Infinity));
  return exceptions
    .map((exception) => {
      const shown = exception.evidence.map((id) => evidenceOf(id, claims));
      return `${showException(exception)}: ${shown.join(', ')}`;
    })
    .join('\n');
}

function evidenceOf(id: string, claims: readonly FactClaim[]): string {
  const claim = claims.find((one) => one.id === id);
  if (!claim) return `unknown ${id}`;
  const { code, classifier, time } = claim.event;
  const mark = classifier === 'ACTUAL' ? '' : '~';
  const clock = time.local.slice(5, 16).replace('T', ' ');
  return `${mark}${code} ${clock} by ${claim.voices.map(({ source }) => source.name).join(', ')}`;
}

function showException({ severity, kind, of, subject, actor, openedAt, closedAt, figures }: JourneyException): string {
  return words(severity, kind, of, figures['odds'] === undefined ? null : `odds ${figures['odds']}`, subject.containers.join('+'), subject.place && placeOf(subject.place),
    `by ${actor} since ${iso(openedAt)}`, closedAt === null ? null : `till ${iso(closedAt)}`);
} // prettier-ignore

function showWhole(journey: Journey): string {
  return [
    showJourney(journey),
    ...journey.etaChanges
      .slice(1)
      .map(({ at, to, reason }) => `ETA ${to.local.slice(5, 16).replace('T', ' ')} since ${iso(at)} ${reason}`),
    ...journey.exceptions.map((exception) => `! ${showException(exception)}`),
    ...journey.freeTime.map(showClock),
    ...showCharges(journey),
    ...journey.readiness.map(showReadiness),
  ].join('\n'); // prettier-ignore
}

/** `$ DEMURRAGE CSQU3054383 free to 12-07 TARIFF DEM-CN-40 at CNNBO`; in brackets where another binds. */
function showClock(clock: FreeTimeClock): string {
  const { kind, container, lastFreeDay, basis, tariff, place, startedAt, stoppedAt, binding } = clock;
  const by = basis === 'TARIFF' ? `TARIFF ${tariff}` : basis;
  const free = words(kind ?? 'MONEY', container ?? 'all', 'free to', lastFreeDay.slice(5), by, place && `at ${placeOf(place)}`,
    startedAt === null ? 'not begun' : null, stoppedAt === null ? null : `stopped ${iso(stoppedAt)}`);
  return binding ? `$ ${free}` : `$ (${free})`;
} // prettier-ignore

/** What the next days cost, a line for each box and charge: `$ DEMURRAGE CSQU3054383 12-08 320, 12-09 320 CNY`. */
function showCharges({ charges }: Journey): string[] {
  const lines = groupBy(charges, ({ kind, container, currency }) => [kind, container, currency].join('|'));
  return [...lines.values()].map((days) => {
    const [first] = days;
    const each = days.map(({ date, amount }) => `${date.slice(5)} ${amount ?? '?'}`).join(', ');
    return words('$', first?.kind ?? 'MONEY', first?.container ?? 'all', each, first?.currency ?? null);
  });
}

function showReadiness({ container, place, regime, verdict, blocking }: Readiness): string {
  const blocked = blocking && words('for', blocking.kind, blocking.actor && `by ${blocking.actor}`);
  return words('=', container, placeOf(place), regime === 'IMPORT' ? null : regime, verdict, blocked);
}

/** What was told of the boxes and belongs to no trip of theirs, with the reason. */
function parked({ parked: reasons }: Concluded, claims: readonly FactClaim[], boxes: ReadonlySet<string>) {
  return claims.flatMap(({ id, event }) => {
    const reason = reasons.get(id);
    const box = event.equipment?.reference ?? '';
    if (!reason || !boxes.has(box)) return [];
    return [words('parked', reason, event.code, event.time.local.slice(5, 16).replace('T', ' '), box)];
  });
}

/** `08-10 06:30Z` */
function iso(at: number): string {
  return `${new Date(at).toISOString().slice(5, 16).replace('T', ' ')}Z`;
}

function words(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' ');
}
