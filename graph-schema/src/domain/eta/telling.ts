import type { EventCode } from '../event-code.ts';
import type { IdentifierKey } from '../identifier.ts';
import { isSamePlace } from '../journey/destination.ts';
import type { FactClaim, Voice } from '../journey/facts.ts';
import type { RunOf } from '../journey/same-run.ts';
import type { EventTime, PlaceRef, TransportRef } from '../tracking-event.ts';
import { computedBasis, COMPUTED_SCHEME, type ComputedBasis } from './computed-claim.ts';

/** On what a telling rests: a schedule, somebody's estimate, or what this system computed. */
export type EtaBasis = 'PLANNED' | 'ESTIMATED' | 'COMPUTED';

/** What may be told of an arrival, the arrival itself first: a ship berths, discharges and hands over hours after it. */
export const ARRIVAL_CODES = ['ARRIVED', 'BERTHED', 'CHECKED_IN', 'DISCHARGED'] as const;
export type ArrivalCode = (typeof ARRIVAL_CODES)[number];

/** One source says once when the cargo arrives. */
export interface EtaTelling {
  readonly claimId: string;
  readonly voice: Voice;
  /** Epoch milliseconds, service time. */
  readonly receivedAt: number;
  readonly time: EventTime;
  readonly place: PlaceRef | null;
  readonly basis: EtaBasis;
  /** Computed, and this far ahead nearer to the truth in the past than what others estimate: it counts before that. */
  readonly isProven: boolean;
  /** What a computed one rests on, with its band; null of what others tell. */
  readonly computed: ComputedBasis | null;
  /** Why, in the words or by the code of who tells it; null: it gave no reason. */
  readonly given: string | null;
  readonly code: ArrivalCode;
  /** The run that it is told of; null: of the cargo alone. */
  readonly run: IdentifierKey | null;
  readonly transport: TransportRef | null;
  /** Of the run and port that count now. Others were told before anybody told of these, and are kept as history. */
  readonly isOnTarget: boolean;
}

/** The arrival that is waited for. Null: not known, and then nothing is told apart by it. */
export interface EtaTarget {
  /** The run that brings it, as the journey tells runs apart. */
  readonly run: string | null;
  readonly place: PlaceRef | null;
}

/**
 * All that was told of an arrival, each voice by itself, by receipt. What tells of another ship or port counts only from
 * before anybody told of this one, be it by arriving (`heardAt`; null: not yet), and only where it was told of the cargo:
 * a ship calls at other ports as well.
 */
export function tellingsOf(
  claims: readonly FactClaim[],
  target: EtaTarget,
  runOf: RunOf,
  heardAt: number | null = null,
): readonly EtaTelling[] {
  const all = claims.flatMap((claim) => toldBy(claim, target, runOf));
  const first = Math.min(
    ...all.filter((one) => one.isOnTarget).map((one) => one.receivedAt),
    heardAt ?? Infinity,
  );
  const seen = new Set<string>();
  return all
    .filter((one) => one.isOnTarget || (Number.isFinite(first) && one.receivedAt < first))
    .sort(byReceipt)
    .filter((one) => {
      const key = keyOf(one);
      return !seen.has(key) && seen.add(key);
    });
}

function toldBy(claim: FactClaim, target: EtaTarget, runOf: RunOf): EtaTelling[] {
  const { event, inherited, voices } = claim;
  const { classifier, place, time, transport, reason } = event;
  if (!isArrival(event.code) || (classifier !== 'PLANNED' && classifier !== 'ESTIMATED')) return [];
  const run = runOf(claim);
  const isPlace = !place || !target.place || isSamePlace(place, target.place);
  const isRun = run === null || target.run === null || run === target.run;
  // What names no place must at least name the run: the cargo comes to many places.
  const isOnTarget = isPlace && isRun && (place !== null || (run !== null && run === target.run));
  const isNear = !inherited && ((isPlace && place !== null) || (run !== null && run === target.run));
  if (!isOnTarget && !isNear) return [];
  return voices.map((voice) => ({
    claimId: claim.id,
    voice,
    receivedAt: Date.parse(voice.receivedAt),
    time,
    place,
    basis: classifier === 'PLANNED' ? 'PLANNED' : isComputed(voice) ? 'COMPUTED' : 'ESTIMATED',
    computed: isComputed(voice) ? computedBasis(event) : null,
    given: reason && reason.scheme !== COMPUTED_SCHEME ? (reason.text ?? reason.code) : null,
    isProven: isComputed(voice) && reason?.scheme === COMPUTED_SCHEME && reason.code === 'PROVEN',
    code: event.code as ArrivalCode,
    run,
    transport,
    isOnTarget,
  }));
}

function isComputed({ source }: Voice): boolean {
  return source.kind === 'INTERNAL';
}

function isArrival(code: EventCode): code is ArrivalCode {
  return (ARRIVAL_CODES as readonly EventCode[]).includes(code);
}

/** By receipt; what one message tells together has the arrival itself first, and is otherwise in a fixed order. */
function byReceipt(a: EtaTelling, b: EtaTelling): number {
  return (
    a.receivedAt - b.receivedAt ||
    ARRIVAL_CODES.indexOf(a.code) - ARRIVAL_CODES.indexOf(b.code) ||
    Date.parse(a.time.instant) - Date.parse(b.time.instant) ||
    (keyOf(a) < keyOf(b) ? -1 : 1)
  );
}

function keyOf({ claimId, voice }: EtaTelling): string {
  return [claimId, voice.source.id, voice.rawId, voice.span.start, voice.receivedAt].join('|');
}
