import type { Calendars } from '../free-time/calendar.ts';
import type { FreeTimeClock } from '../free-time/free-time-clock.ts';
import type { ZoneOf } from '../free-time/terms.ts';
import type { EtaPolicy } from '../eta/policy.ts';
import type { IdentifierKey } from '../identifier.ts';
import type { HoldRule } from '../journey/blockers.ts';
import type { ContainerProgress } from '../journey/box-way.ts';
import type { ExpectedStep } from '../journey/expectation.ts';
import type { JourneyFacts } from '../journey/facts.ts';
import type { Leg } from '../journey/legs.ts';
import type { OvertakenPlan } from '../journey/overtaken.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { Phase } from '../journey/phase.ts';
import type { PlaceRef } from '../tracking-event.ts';

/** What can go wrong with a cargo so that somebody has to act. */
export const EXCEPTION_KINDS = [
  /** Left behind for a later ship 甩柜、落装. */ 'ROLLED',
  /** Discharged where nobody planned it 错卸. */ 'WRONG_PLACE',
  /** Lies at one place longer than it should 滞留超期. */ 'DWELL_OVER_LIMIT',
  /** A hold or a duty of customs lasts 海关未放行. */ 'CUSTOMS_STUCK',
  /** Ordered by customs or quarantine, and no result in the working time that it may take 查验、检疫逾期. */ 'INSPECTION_OVERDUE',
  /** Not arrived under customs transit in the time set for it 转关逾期. */ 'TRANSIT_OVERDUE',
  /** Free time ends, or has ended, and the box is still there 免费期将到. */ 'LAST_FREE_DAY',
  /** A cut-off comes, or has passed, and what it asks for is not done 截港、截单. */ 'CUT_OFF_AT_RISK',
  /** Another seal than before, and nobody says that it was opened 封志不符. */ 'SEAL_CHANGED',
  /** A ship leaves out a port where the cargo was to be loaded or to come off 甩港. */ 'PORT_OMITTED',
  /** Taken back from the terminal and emptied before it sailed 退关. */ 'RETURNED_UNSHIPPED',
  /** The next carriage leaves before the cargo can be there, or has 中转脱班. */ 'MISSED_CONNECTION',
  /** The next step was announced for a time that passed without word of it 节点逾期. */ 'STEP_OVERDUE',
  /** Papers of one cargo do not agree 三单不符. */ 'DOCUMENT_MISMATCH',
  /** Warmer or colder in the box than was ordered 冷藏箱超温. */ 'REEFER_OUT_OF_RANGE',
  /** A source that would tell of it has not been heard for too long 数据源失联. */ 'SILENT_SOURCE',
  /** Its ship calls where its schedule knows nothing of, or ship or train is far from its expected way 偏离航线. */ 'ROUTE_DEVIATION',
] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

/** In order of weight. */
export const SEVERITIES = ['INFO', 'WARNING', 'CRITICAL'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Who has to do something about it. */
export const ACTORS = [
  'CARRIER', 'TERMINAL', 'CUSTOMS', 'DECLARANT', 'FORWARDER', 'RAILWAY', 'AIRLINE', 'CONSIGNEE', 'CONSIGNOR', 'OPERATOR',
] as const; // prettier-ignore
export type Actor = (typeof ACTORS)[number];

/** What an exception is about. */
export interface ExceptionSubject {
  /** Boxes that it concerns, sorted; empty: the whole consignment. */
  readonly containers: readonly string[];
  readonly place: PlaceRef | null;
  readonly run: IdentifierKey | null;
  readonly document: IdentifierKey | null;
}

/** One thing that stops, delays or endangers a cargo, as the facts show it at an instant. */
export interface JourneyException {
  /** Kind, subject and opening as one text: stays the same while the exception lasts and after it has closed. */
  readonly id: string;
  readonly kind: ExceptionKind;
  /** What of the kind: the code of a hold, the charge of a free time, the part of the way; as the rules name it. */
  readonly of: string | null;
  readonly severity: Severity;
  /** Epoch milliseconds, service time. When it began by what happened; of a new plan, when that was first received. */
  readonly openedAt: number;
  /** Epoch milliseconds; null while it lasts. */
  readonly closedAt: number | null;
  readonly subject: ExceptionSubject;
  /** Ids of the claims that show it; once it has closed, also of those that closed it. */
  readonly evidence: readonly string[];
  readonly actor: Actor;
  /**
   * What words need: `limitHours`, `delayHours` as whole hours, odds from 0 to 1, degrees Celsius, instants as ISO 8601 UTC.
   * Nothing that grows with the time: how long it lasts is told by the reader from `openedAt`.
   */
  readonly figures: Readonly<Record<string, number | string>>;
}

/** What exceptions are derived from: the journey's own parts, and the facts beneath them. */
export interface ExceptionInput {
  readonly logistics: readonly Milestone[];
  readonly documents: readonly Milestone[];
  readonly containers: readonly ContainerProgress[];
  readonly destination: PlaceRef | null;
  readonly facts: JourneyFacts;
  /** What stops a cargo, and what ends the stop. */
  readonly holds: readonly HoldRule[];
  /** All free times of the cargo; left out: those alone that are told. */
  readonly freeTime?: readonly FreeTimeClock[];
  /** Days off by country, for what is counted in working time; left out: weekends alone. */
  readonly calendars?: Calendars;
  /** Zones of places; left out: the one that a time was told in. */
  readonly zoneOf?: ZoneOf;
  /** How far it is, and its carriages; left out: not known. */
  readonly phase?: Phase;
  readonly legs?: readonly Leg[];
  /** What was planned for it and cannot come true any more; left out: not known. */
  readonly overtaken?: readonly OvertakenPlan[];
  /** What is expected of it next; left out: nothing is. */
  readonly next?: ExpectedStep | null;
  /** When a told ETA takes the place of the one before; left out: at once. */
  readonly etaPolicy?: EtaPolicy;
  /** Epoch milliseconds, service time. */
  readonly now: number;
}
