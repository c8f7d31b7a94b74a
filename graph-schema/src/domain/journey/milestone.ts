import { dimensionOf, isDeadline, type Dimension, type EventClassifier, type EventCode } from '../event-code.ts'; // prettier-ignore
import { claimKeys } from '../claim-keys.ts';
import { COMPUTED_SCHEME } from '../eta/computed-claim.ts';
import { endOf } from '../event-time.ts';
import type { IdentifierKey } from '../identifier.ts';
import type { EventTime, LoadState, PlaceRef, Quantity, TransportRef } from '../tracking-event.ts';
import type { HoldRule } from './blockers.ts';
import { isDerived, type FactClaim } from './facts.ts';
import { agree, clustersOf, fullness, nearestOf, spreadOf, type Telling } from './matching.ts';
import { matchingRuleOf, type MatchingRule, type MatchingRules } from './matching-rules.ts';
import { undoneWithin, type UndoneBetween } from './opposites.ts';
import { placeTold } from './place-told.ts';
import { rankOfVoice } from './precedence.ts';
import type { RunOf } from './same-run.ts';
import { townAsTold, type TownOf } from './towns.ts';

/** Claims that tell of one happening. What it says is the word of the voice that counts first for such a fact. */
export interface Milestone {
  /** Id of the claim that speaks for it. */
  readonly id: string;
  readonly dimension: Dimension;
  readonly code: EventCode;
  readonly classifier: EventClassifier;
  readonly time: EventTime;
  readonly place: PlaceRef | null;
  /** Boxes that it happened to, sorted; empty when it is about papers or the whole consignment. */
  readonly containers: readonly string[];
  readonly loadState: LoadState | null;
  readonly transport: TransportRef | null;
  readonly run: IdentifierKey | null;
  /** The paper that it is about, for the documents line. */
  readonly document: IdentifierKey | null;
  readonly quantity: Quantity | null;
  readonly reason: string | null;
  readonly inherited: boolean;
  /** Voices differ by more than the tolerance of this kind of fact. */
  readonly disagreement: boolean;
  /** Who says so, the voice that counts first at the top. */
  readonly claims: readonly FactClaim[];
  /** What else was planned or estimated for it, the last said first: overtaken, and kept to tell early from late. */
  readonly expected: readonly FactClaim[];
}

/** What claims are matched by: how far apart one happening may be told, which places lie in one town, what lifts a hold. */
export interface Matching {
  readonly rules: MatchingRules;
  readonly townOf: TownOf;
  readonly holds: readonly HoldRule[];
}

export const MATCHED_AS_TOLD: Matching = { rules: new Map(), townOf: townAsTold, holds: [] };

/** Groups claims about one box (or about papers and runs) into milestones, in order of time. */
export function milestonesOf(
  claims: readonly FactClaim[],
  runOf: RunOf,
  matching: Matching = MATCHED_AS_TOLD,
): Milestone[] {
  const groups = new Map<string, FactClaim[]>();
  for (const claim of claims) {
    const key = kindOf(claim, runOf);
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  const isUndoneBetween = undoneWithin(claims, runOf, matching);
  return [...groups.values()]
    .flatMap((group) => settled(group, runOf, matching, isUndoneBetween))
    .sort(inTime);
}

/**
 * The milestones of claims of one kind about one thing: what happened, each with what was expected of it, and what is
 * only expected.
 */
export function settled(
  claims: readonly FactClaim[],
  runOf: RunOf,
  matching: Matching,
  isUndoneBetween: UndoneBetween,
): Milestone[] {
  const [first] = claims;
  if (!first) return [];
  const rule = matchingRuleOf(matching.rules, first.event.code);
  const tellings = claims.map((claim) => tellingOf(claim, runOf, rule, matching.townOf));
  const happened = clustersOf(tellings.filter(isActual), rule, isUndoneBetween);
  const expected = new Map(happened.map((cluster): [Telling[], Telling[]] => [cluster, []]));
  const ahead: Telling[] = [];
  for (const telling of tellings) {
    if (isActual(telling) || telling.claim.event.classifier === 'REQUESTED') continue;
    const cluster = nearestOf(
      telling,
      happened.filter((one) => isExpectationOf(telling, one)),
    );
    (cluster ? expected.get(cluster) : ahead)?.push(telling);
  }
  const announced = expectationsOf(ahead);
  return [
    ...happened.map((cluster) => milestoneOf(cluster, expected.get(cluster) ?? [], rule)),
    ...announced.map(([newest, ...older]) => milestoneOf(newest ? [newest] : [], older, rule)),
  ];
}

/** What is expected of one step on one ship, each the last said first. What names no ship goes with what was said last. */
function expectationsOf(tellings: readonly Telling[]): Telling[][] {
  const groups: Telling[][] = [];
  for (const telling of [...tellings].sort((a, b) => fullness(b) - fullness(a) || lastSaidFirst(a, b))) {
    const own = groups.filter((group) =>
      group.every((other) => agree(telling, other) && isNullOr(telling.run, other.run)),
    );
    const [group] = own.sort(([a], [b]) => (a && b ? lastSaidFirst(a, b) : 0));
    if (group) group.push(telling);
    else groups.push([telling]);
  }
  return groups.map((group) => group.sort(lastSaidFirst));
}

/** What was planned for the ship that it missed says nothing of the one that it took. */
function isExpectationOf(telling: Telling, cluster: readonly Telling[]): boolean {
  const isRun = cluster.some((one) => isNullOr(telling.run, one.run)) || cluster.every((one) => !one.run);
  return isRun && cluster.every((one) => agree(telling, { ...one, run: null }));
}

function isNullOr<T>(a: T | null, b: T | null): boolean {
  return a === null || b === null || a === b;
}

function isActual({ claim }: Telling): boolean {
  return claim.event.classifier === 'ACTUAL';
}

/** By instant, which is UTC in one notation and so in order as text, then by code and id. */
export function inTime(a: Milestone, b: Milestone): number {
  if (a.time.instant !== b.time.instant) return a.time.instant < b.time.instant ? -1 : 1;
  return (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) || (a.id < b.id ? -1 : 1);
}

/** Two holds or two discrepancies of different kinds are two; a stowage position beside a loading tells nothing apart. */
export const TOLD_APART_BY_REASON: ReadonlySet<EventCode> = new Set<EventCode>([
  'DISCREPANCY', 'HELD', 'HOLD_LIFTED', 'DAMAGED', 'DELAYED', 'CUT_OFF', 'FREE_TIME_ENDS', 'UNMAPPED', 'UNMAPPED_DOCUMENT',
]); // prettier-ignore

/** What claims must share to be looked at together; what may tell them apart within it is their `Telling`. */
function kindOf(claim: FactClaim, runOf: RunOf): string {
  const { event, cycleId } = claim;
  const document = dimensionOf(event.code) === 'DOCUMENT' ? claimKeys(event).subject : null;
  // Parts of an air consignment do the same thing on several flights.
  const piece = event.transport?.flight ? runOf(claim) : null;
  // A deadline without a kind is none of those that have one.
  const deadline = isDeadline(event.code) ? event.reason?.code : null;
  return [event.code, cycleId, event.equipment?.reference, document, piece, deadline]
    .map((part) => part ?? '')
    .join('|');
}

function tellingOf(claim: FactClaim, runOf: RunOf, rule: MatchingRule, townOf: TownOf): Telling {
  const { code, time, loadState, place, equipment, reason, rawCode } = claim.event;
  const from = Date.parse(time.instant);
  return {
    claim,
    from,
    until: endOf(time),
    // 拼箱: a box with the cargo of several is full.
    load: loadState === 'LCL' ? 'FULL' : loadState,
    place: placeOf(place),
    town: place && townOf(place),
    run: runOf(claim),
    isOfRun: rule.once === 'RUN' && equipment === null,
    reason: TOLD_APART_BY_REASON.has(code) ? (reason?.code ?? rawCode) : null,
  };
}

/** A place told by its UN/LOCODE, station or office, whichever the claim has; the terminal does not tell places apart. */
export function placeOf(place: PlaceRef | null): string | null {
  if (!place) return null;
  return place.railStation
    ? `RAIL:${place.railStation}`
    : (place.unLocode ?? (place.customsOffice ? `CUSTOMS:${place.customsOffice}` : place.raw));
}

function milestoneOf(
  cluster: readonly Telling[],
  expected: readonly Telling[],
  rule: MatchingRule,
): Milestone {
  const speakers = [...cluster].sort(
    (a, b) => bestRank(a.claim) - bestRank(b.claim) || a.from - b.from || (a.claim.id < b.claim.id ? -1 : 1),
  );
  const said = speakers.map(({ claim }) => claim.event);
  // What is derived yields to what is told, and contradicts nobody.
  const told = cluster.filter(({ claim }) => !isDerived(claim));
  const [speaker] = speakers;
  if (!speaker) throw new Error('a milestone has at least one claim');
  const { event } = speaker.claim;
  const { subject, documents } = claimKeys(event);
  const dimension = dimensionOf(event.code);
  const boxes = said.flatMap((e) => e.equipment?.reference ?? []);
  return {
    id: speaker.claim.id,
    dimension,
    code: event.code,
    classifier: event.classifier,
    time: event.time,
    place: placeTold(said),
    containers: [...new Set(boxes)].sort(),
    loadState: firstTold(said, (e) => e.loadState),
    transport: firstTold(said, (e) => e.transport),
    run: speakers.map(({ run }) => run).find((found) => found !== null) ?? null,
    document: dimension === 'DOCUMENT' ? (documents.find((d) => d === subject) ?? null) : null,
    quantity: firstTold(said, (e) => e.quantity),
    reason: firstTold(said, ({ reason }) =>
      reason && reason.scheme !== COMPUTED_SCHEME ? (reason.text ?? reason.code) : null,
    ),
    inherited: cluster.every(({ claim }) => claim.inherited),
    disagreement: spreadOf(told.length > 0 ? told : cluster) > rule.toleranceMinutes * 60_000,
    claims: speakers.map(({ claim }) => claim),
    expected: [...expected].sort(lastSaidFirst).map(({ claim }) => claim),
  };
}

/** What the voice says that counts first of those who say it. */
function firstTold<T>(
  said: readonly FactClaim['event'][],
  part: (event: FactClaim['event']) => T | null,
): T | null {
  for (const event of said) {
    const told = part(event);
    if (told !== null) return told;
  }
  return null;
}

function bestRank(claim: FactClaim): number {
  return Math.min(...claim.voices.map((voice) => rankOfVoice(claim.event.code, voice.source)), 99);
}

/**
 * Of several estimates or plans for one happening, the last said first. An estimate counts over any plan, and what somebody
 * tells over what this service reckoned: where that leads, the best ETA says so.
 */
function lastSaidFirst({ claim: a, from: atA }: Telling, { claim: b, from: atB }: Telling): number {
  const weight = (claim: FactClaim) =>
    claim.event.classifier === 'ESTIMATED' ? (isDerived(claim) ? 1 : 2) : 0;
  return weight(b) - weight(a) || lastSaid(b) - lastSaid(a) || atB - atA || (a.id < b.id ? -1 : 1);
}

/** Epoch milliseconds at which a claim was last heard. */
export function lastSaid(claim: FactClaim): number {
  return Math.max(...claim.voices.map((voice) => Date.parse(voice.receivedAt)), 0);
}
