import type { EventCode } from '../event-code.ts';
import { SEVERITIES, type Severity } from '../exceptions/exception.ts';
import type { IdentifierKey } from '../identifier.ts';
import type { JourneyFacts } from '../journey/facts.ts';
import type { Journey } from '../journey/derive-journey.ts';
import type { LegEnd } from '../journey/legs.ts';
import { stageOf } from '../journey/phase.ts';
import type { EventTime } from '../tracking-event.ts';
import { attentionOf } from './summary.ts';

/** What lists are limited and sorted by. Times are epoch milliseconds; null where nobody has told. */
export interface ListOrder {
  /** The number that it is known by. */
  readonly title: IdentifierKey;
  /** The first carriage leaves: as it happened, else as estimated, else as planned. */
  readonly departedAt: number | null;
  /** The carriage ends: as it happened, else by the best ETA, else as planned. */
  readonly arrivesAt: number | null;
  /** The last declaration 申报 that customs got. */
  readonly declaredAt: number | null;
  /** The last release of a declaration 放行. */
  readonly releasedAt: number | null;
  /** When anything new was last received of it. */
  readonly changedAt: number;
  /** Greater is graver; of equal weight what changed last goes first. */
  readonly urgency: number;
  /** Greater is further on in its life; of the same phase what changed last is less. */
  readonly progress: number;
}

/** Times that not every cargo has. */
export const LIST_DATES = ['departedAt', 'arrivesAt', 'declaredAt', 'releasedAt'] as const;
export type ListDate = (typeof LIST_DATES)[number];

/** Longer than all times that are counted with, in milliseconds. */
const WEIGHT = 1e13;

const DECLARED: ReadonlySet<EventCode> = new Set<EventCode>([
  'DECL_SUBMITTED',
  'DECL_RECEIVED',
  'TRANSIT_DECLARED',
]);
const RELEASED: ReadonlySet<EventCode> = new Set<EventCode>([
  'DECL_RELEASED',
  'RELEASED_ON_GUARANTEE',
  'TRANSIT_RELEASED',
]);

export function listOrderOf({ anchor, claims }: JourneyFacts, journey: Journey): ListOrder {
  const carriage = journey.legs.filter(({ mode }) => mode !== 'TRUCK');
  const legs = carriage.length > 0 ? carriage : journey.legs;
  const last = (codes: ReadonlySet<EventCode>) =>
    journey.documents
      .filter(({ classifier, code }) => classifier === 'ACTUAL' && codes.has(code))
      .reduce<number | null>(
        (latest, { time }) => Math.max(latest ?? -Infinity, Date.parse(time.instant)),
        null,
      );
  const received = claims.flatMap(({ voices }) => voices.map(({ receivedAt }) => Date.parse(receivedAt)));
  const changedAt = received.reduce((latest, at) => Math.max(latest, at), 0);
  const attention = attentionOf({
    exceptions: journey.exceptions.filter(({ closedAt }) => closedAt === null),
  });
  return {
    title: anchor,
    departedAt: instantOf(bestOf(legs[0]?.departure)),
    arrivesAt: instantOf(journey.arrived?.time ?? journey.eta?.time ?? bestOf(legs.at(-1)?.arrival)),
    declaredAt: last(DECLARED),
    releasedAt: last(RELEASED),
    changedAt,
    urgency: urgencyOf(attention, changedAt),
    progress: (stageOf(journey.phase) + 1) * WEIGHT - changedAt,
  };
}

/** How far up a shipment stands that needs so much attention (null: none) and was heard of last then. */
export function urgencyOf(attention: Severity | null, changedAt: number): number {
  return (attention === null ? 0 : 1 + SEVERITIES.indexOf(attention)) * WEIGHT + changedAt;
}

function bestOf(end: LegEnd | undefined): EventTime | null {
  return end ? (end.actual ?? end.estimated ?? end.planned) : null;
}

function instantOf(time: EventTime | null): number | null {
  return time && Date.parse(time.instant);
}
