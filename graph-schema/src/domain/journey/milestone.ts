import { dimensionOf, type Dimension, type EventClassifier, type EventCode } from '../event-code.ts';
import { claimKeys } from '../claim-keys.ts';
import type { IdentifierKey } from '../identifier.ts';
import type { EventTime, LoadState, PlaceRef, Quantity, TransportRef } from '../tracking-event.ts';
import type { FactClaim } from './facts.ts';
import type { RunOf } from './same-run.ts';
import { rankOfVoice } from './precedence.ts';

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

const HOUR_MS = 3_600_000;

/** Claims of one kind within this time of each other tell of one happening. Dates without a time get a day more. */
function windowMs(code: EventCode): number {
  if (code === 'PASSED' || code === 'CROSSED') return 2 * HOUR_MS;
  if (dimensionOf(code) === 'DOCUMENT') return 6 * HOUR_MS;
  return 12 * HOUR_MS;
}

/** Voices further apart than this are shown as disagreeing. */
const TOLERANCE_MS = 2 * HOUR_MS;

/** Groups claims about one box (or about papers and runs) into milestones, in order of time. */
export function milestonesOf(claims: readonly FactClaim[], runOf: RunOf): Milestone[] {
  const groups = new Map<string, FactClaim[]>();
  for (const claim of claims) {
    const key = sameHappening(claim, runOf);
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  const milestones: Milestone[] = [];
  for (const group of groups.values()) {
    const happened = clusters(group.filter((c) => c.event.classifier === 'ACTUAL').sort(byTime));
    const told = group.filter((c) => c.event.classifier !== 'ACTUAL' && c.event.classifier !== 'REQUESTED');
    const [newest, ...older] = told.sort(lastSaidFirst);
    for (const cluster of happened) {
      const own = told.filter((claim) => nearest(happened, claim) === cluster);
      milestones.push(milestoneOf(cluster, own, runOf));
    }
    if (newest && happened.length === 0) milestones.push(milestoneOf([newest], older, runOf));
  }
  return milestones.sort(inTime);
}

export function inTime(a: Milestone, b: Milestone): number {
  const byInstant = Date.parse(a.time.instant) - Date.parse(b.time.instant);
  return byInstant || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) || (a.id < b.id ? -1 : 1);
}

/** Two holds or two discrepancies of different kinds are two; a stowage position beside a loading tells nothing apart. */
export const TOLD_APART_BY_REASON: ReadonlySet<EventCode> = new Set<EventCode>([
  'DISCREPANCY', 'HELD', 'HOLD_LIFTED', 'DAMAGED', 'DELAYED', 'CUT_OFF', 'FREE_TIME_ENDS', 'UNMAPPED', 'UNMAPPED_DOCUMENT',
]); // prettier-ignore

/** What claims must share to tell of one happening; the time is looked at apart. */
function sameHappening(claim: FactClaim, runOf: RunOf): string {
  const { event, cycleId } = claim;
  const keys = claimKeys(event);
  const document = dimensionOf(event.code) === 'DOCUMENT' ? keys.subject : null;
  // Parts of an air consignment do the same thing on several flights.
  const piece = event.transport?.flight ? runOf(claim) : null;
  return [
    event.code,
    event.loadState,
    cycleId,
    event.equipment?.reference,
    document,
    piece,
    placeOf(event.place),
    event.reason?.code,
  ]
    .map((part) => part ?? '')
    .join('|');
}

/** A place told by its UN/LOCODE, station or office, whichever the claim has; the terminal does not tell places apart. */
export function placeOf(place: PlaceRef | null): string | null {
  if (!place) return null;
  return place.railStation
    ? `RAIL:${place.railStation}`
    : (place.unLocode ?? (place.customsOffice ? `CUSTOMS:${place.customsOffice}` : place.raw));
}

function clusters(sorted: readonly FactClaim[]): FactClaim[][] {
  const found: FactClaim[][] = [];
  for (const claim of sorted) {
    const last = found.at(-1);
    const first = last?.[0];
    const extra =
      claim.event.time.precision === 'DAY' || first?.event.time.precision === 'DAY' ? 24 * HOUR_MS : 0;
    if (last && first && at(claim) - at(first) <= windowMs(claim.event.code) + extra) last.push(claim);
    else found.push([claim]);
  }
  return found;
}

/** Of several times that the same thing happened, the one that an expectation comes nearest to. */
function nearest(
  happened: readonly (readonly FactClaim[])[],
  claim: FactClaim,
): readonly FactClaim[] | undefined {
  const distance = ([first]: readonly FactClaim[]) => (first ? Math.abs(at(first) - at(claim)) : Infinity);
  return [...happened].sort((a, b) => distance(a) - distance(b))[0];
}

function milestoneOf(cluster: readonly FactClaim[], expected: readonly FactClaim[], runOf: RunOf): Milestone {
  const speakers = [...cluster].sort(
    (a, b) => bestRank(a) - bestRank(b) || at(a) - at(b) || (a.id < b.id ? -1 : 1),
  );
  const [speaker] = speakers;
  if (!speaker) throw new Error('a milestone has at least one claim');
  const { event } = speaker;
  const keys = claimKeys(event);
  const run = speakers.map(runOf).find((found) => found !== null) ?? null;
  const precise = cluster.filter((c) => c.event.time.precision === 'MINUTE').map(at);
  return {
    id: speaker.id,
    dimension: dimensionOf(event.code),
    code: event.code,
    classifier: event.classifier,
    time: event.time,
    place: event.place,
    containers: event.equipment ? [event.equipment.reference] : [],
    loadState: event.loadState,
    transport: event.transport ?? speakers.find((c) => c.event.transport)?.event.transport ?? null,
    run,
    document:
      dimensionOf(event.code) === 'DOCUMENT'
        ? (keys.documents.find((d) => d === keys.subject) ?? null)
        : null,
    quantity: event.quantity,
    reason: event.reason ? (event.reason.text ?? event.reason.code) : null,
    inherited: cluster.every((c) => c.inherited),
    disagreement: precise.length > 1 && Math.max(...precise) - Math.min(...precise) > TOLERANCE_MS,
    claims: speakers,
    // What was planned for the ship that it missed says nothing of the one that it took.
    expected: expected.filter((claim) => [null, run].includes(runOf(claim))),
  };
}

function bestRank(claim: FactClaim): number {
  return Math.min(...claim.voices.map((voice) => rankOfVoice(claim.event.code, voice.source)), 99);
}

/** Of several estimates or plans for one happening, the last said first. An estimate counts over any plan. */
function lastSaidFirst(a: FactClaim, b: FactClaim): number {
  const said = (claim: FactClaim) => Math.max(...claim.voices.map((v) => Date.parse(v.receivedAt)), 0);
  const weight = (claim: FactClaim) => (claim.event.classifier === 'ESTIMATED' ? 1 : 0);
  return weight(b) - weight(a) || said(b) - said(a) || at(b) - at(a) || (a.id < b.id ? -1 : 1);
}

function byTime(a: FactClaim, b: FactClaim): number {
  return at(a) - at(b) || (a.id < b.id ? -1 : 1);
}

function at(claim: FactClaim): number {
  return Date.parse(claim.event.time.instant);
}
