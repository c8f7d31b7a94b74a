import { claim } from '../../../src/domain/claim.ts';
import { deriveExceptions, type Exceptions } from '../../../src/domain/exceptions/derive-exceptions.ts';
import type { JourneyException } from '../../../src/domain/exceptions/exception.ts';
import type { ExceptionRules } from '../../../src/domain/exceptions/rules.ts';
import type { IdentifierKey } from '../../../src/domain/identifier.ts';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { placeOf } from '../../../src/domain/journey/milestone.ts';
import { eventId } from '../../../src/identity/event-id.ts';
import { getExceptionRules } from '../../../src/reference/exception-rules.ts';
import { getHolds } from '../../../src/reference/holds.ts';
import { factsOf } from '../../../src/testing/journey-story.ts';

/** What has been heard by an instant: with it the story reads as it did then. */
export function heardBy(story: readonly FactClaim[], now: number): FactClaim[] {
  return story.filter((c) => c.voices.some((voice) => Date.parse(voice.receivedAt) <= now));
}

export function exceptionsOf(
  anchor: IdentifierKey,
  claims: readonly FactClaim[],
  now: number,
  rules: ExceptionRules = getExceptionRules(),
): Exceptions {
  const facts = factsOf(anchor, claims);
  return deriveExceptions({ ...deriveJourney(facts, now), facts, holds: getHolds(), now }, rules);
}

/** A story's exceptions at an instant, one a line: `WARNING ROLLED TOLD at CNNBO by CARRIER since … [what shows it]`. */
export function showExceptions(anchor: IdentifierKey, story: readonly FactClaim[], instant: string): string {
  const now = Date.parse(instant);
  const { exceptions } = exceptionsOf(anchor, heardBy(story, now), now);
  return exceptions.map((exception) => showException(exception, story)).join('\n');
}

function showException(exception: JourneyException, story: readonly FactClaim[]): string {
  const { severity, kind, of, subject, actor, openedAt, closedAt, evidence } = exception;
  return [
    severity,
    kind,
    of,
    subject.containers.join('+'),
    subject.place && `at ${placeOf(subject.place)}`,
    subject.run,
    subject.document,
    `by ${actor}`,
    `since ${iso(openedAt)}`,
    closedAt === null ? null : `till ${iso(closedAt)}`,
    Object.entries(exception.figures).map(([name, value]) => `${name}=${value}`).join(' '),
    `[${evidence.map((id) => nameOf(id, story)).join(', ')}]`,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' '); // prettier-ignore
}

/** A claim by what it tells; one that is not of the story is shown as such. */
function nameOf(id: string, story: readonly FactClaim[]): string {
  const event = story.find((one) => one.id === id)?.event;
  if (!event) return `?${id}`;
  const mark = event.classifier === 'ACTUAL' ? '' : '~';
  return `${mark}${event.code} ${event.time.local.slice(5, 16)}`;
}

/** `2026-11-21T03:41Z` */
export function iso(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}

/** The same claim with the seals that were read on the box. */
export function sealed(told: FactClaim, ...seals: readonly string[]): FactClaim {
  if (!told.event.equipment) throw new Error('only a box has seals');
  const event = claim({ ...told.event, equipment: { ...told.event.equipment, seals } });
  return { ...told, id: eventId(event), event };
}

/** The same claim with a coded reason: which charge, which closing. */
export function reasoned(told: FactClaim, scheme: string, code: string): FactClaim {
  const event = claim({ ...told.event, reason: { scheme, code, text: null } });
  return { ...told, id: eventId(event), event };
}

/** The same claim with one temperature, in degrees Celsius. */
export function measuring(told: FactClaim, kind: 'TEMPERATURE' | 'SET_POINT', value: number): FactClaim {
  const event = claim({ ...told.event, measurements: [{ kind, name: null, value, unit: 'Cel' }] });
  return { ...told, id: eventId(event), event };
}
