import { showsAboard } from '../aboard.ts';
import { claimKeys } from '../claim-keys.ts';
import { splitKey, type IdentifierKey } from '../identifier.ts';
import type { PlaceRef } from '../tracking-event.ts';
import { isElsewhere, isSamePlace } from './destination.ts';
import type { FactClaim } from './facts.ts';
import { cameOff, COMES, LEAVES, legsOf, type Leg } from './legs.ts';
import { lastSaid, type Milestone } from './milestone.ts';

/** Plans and estimates that cannot come true any more: kept, shown apart, and no part of what lies ahead. */
export interface OvertakenPlan {
  /** The run that was planned. */
  readonly run: IdentifierKey;
  /** The run that took its place; null where the cargo came off this very run elsewhere, before what was planned. */
  readonly by: IdentifierKey | null;
  readonly milestones: readonly Milestone[];
}

/** A line and its legs without what was overtaken. */
export interface Standing {
  readonly milestones: readonly Milestone[];
  readonly legs: readonly Leg[];
  readonly overtaken: readonly OvertakenPlan[];
}

/**
 * Takes out of a line what was planned for ships, trains and flights that the cargo does not take: because it left that
 * place on another run, or a later word plans another from there; and for where its run would go after it came off.
 *
 * `boxes`: those of the cargo; what is planned without naming a box is planned for all of them.
 */
export function standingPlans(milestones: readonly Milestone[], boxes: readonly string[]): Standing {
  const all = legsOf(milestones);
  const runs = all.flatMap((leg) => (leg.mode === 'TRUCK' ? [] : (runOfLeg(leg, milestones, boxes) ?? [])));
  const missed = new Map<IdentifierKey, IdentifierKey>();
  for (const run of runs) {
    const by = run.isPlanOnly && !run.isPart ? takenBy(run, runs) : null;
    if (by) missed.set(run.run, by);
  }
  const gone = runs.flatMap((run) => beyond(run, milestones));
  const isMissed = (m: Milestone) => isAnnounced(m) && m.run !== null && missed.has(m.run);
  const standing = milestones.filter((m) => !isMissed(m) && !gone.includes(m));
  const overtaken = [...missed].map(([run, by]) => ({
    run,
    by,
    milestones: milestones.filter((m) => isMissed(m) && m.run === run),
  }));
  const offBefore = [...new Set(gone.flatMap((m) => m.run ?? []))].map((run) => ({
    run,
    by: null,
    milestones: gone.filter((m) => m.run === run),
  }));
  const isSame = missed.size === 0 && gone.length === 0;
  return {
    milestones: standing,
    legs: isSame ? all : legsOf(standing, new Set(missed.keys())),
    overtaken: [...overtaken, ...offBefore].filter((plan) => plan.milestones.length > 0),
  };
}

/** A run as far as this cargo is planned on it, or is on it. */
interface RunSaid {
  readonly run: IdentifierKey;
  readonly own: readonly Milestone[];
  /** Nothing shows the cargo aboard; a gate-in that names the ship does not. */
  readonly isPlanOnly: boolean;
  /** Pieces of a cargo that moves in parts: another part goes on another flight. */
  readonly isPart: boolean;
  readonly from: PlaceRef | null;
  readonly to: PlaceRef | null;
  readonly boxes: readonly (string | null)[];
  /** Epoch milliseconds at which it was planned last; null: it is named, and nobody plans. */
  readonly plannedAt: number | null;
  readonly saidAt: number;
  readonly papers: readonly IdentifierKey[];
}

function runOfLeg(leg: Leg, milestones: readonly Milestone[], boxes: readonly string[]): RunSaid | null {
  const own = milestones.filter((m) => m.run === leg.id && !m.inherited && m.dimension === 'LOGISTICS');
  const [run] = own.flatMap((m) => m.run ?? []);
  if (!run) return null;
  const isPlanOnly = !own.some((m) => !isAnnounced(m) && showsAboard(run, m.code));
  const plans = own.filter(isAnnounced);
  const said = own.flatMap((m) => [...m.claims, ...m.expected]);
  const planned = said.filter(({ event }) => event.classifier !== 'ACTUAL');
  // What is planned without a box is planned for all; boxes shown aboard leave behind those that are not.
  const speaking = isPlanOnly ? own : own.filter((m) => !isAnnounced(m) && showsAboard(run, m.code));
  const named = [...new Set(speaking.flatMap((m) => m.containers))].sort();
  const ofAll = isPlanOnly && own.some((m) => m.containers.length === 0);
  const whole = boxes.length > 0 ? boxes : [null];
  return {
    run,
    own,
    isPlanOnly,
    isPart: said.some(
      ({ event: { quantity } }) => quantity?.ofPieces != null && quantity.pieces !== quantity.ofPieces,
    ),
    from: isPlanOnly
      ? placeWhere(plans.length > 0 ? plans : own, plans.length > 0 ? LEAVES : ENTERS)
      : leg.from,
    to: isPlanOnly ? placeWhere(plans, COMES) : leg.to,
    boxes: ofAll || named.length === 0 ? whole : named,
    plannedAt: planned.length > 0 ? Math.max(...planned.map(lastSaid)) : null,
    saidAt: Math.max(...said.map(lastSaid)),
    papers: papersOf(said),
  };
}

const ENTERS: ReadonlySet<string> = new Set(['GATED_IN']);

/** The run that all boxes concerned go on instead; null while one of them may still go as planned. */
function takenBy(missed: RunSaid, runs: readonly RunSaid[]): IdentifierKey | null {
  const others = runs.filter((other) => other.run !== missed.run && isSameStep(missed, other));
  const taken = missed.boxes.map((box) => {
    const own = others.filter(
      (other) => box === null || other.boxes.includes(box) || other.boxes.includes(null),
    );
    const aboard = own.find((other) => !other.isPlanOnly);
    const later = own
      .filter(
        (other) =>
          (other.plannedAt ?? -1) > missed.saidAt &&
          mayBeOfSameCargo(missed.papers, other.papers) &&
          !other.isPart,
      )
      .sort((a, b) => (b.plannedAt ?? 0) - (a.plannedAt ?? 0) || (a.run < b.run ? -1 : 1));
    return (aboard ?? later[0])?.run ?? null;
  });
  return taken.every((run) => run !== null) ? (taken[0] ?? null) : null;
}

/** Both leave from one place; where that is not told of the one, both go to one. */
function isSameStep(missed: RunSaid, other: RunSaid): boolean {
  if (missed.from && other.from) return isSamePlace(missed.from, other.from);
  return !missed.from && missed.to !== null && other.to !== null && isSamePlace(missed.to, other.to);
}

/** What is announced of a run for other places, once all that was on it has come off. */
function beyond({ run, own, isPlanOnly }: RunSaid, milestones: readonly Milestone[]): Milestone[] {
  const off = isPlanOnly ? null : cameOff(own);
  const end = off?.place ?? null;
  if (!end) return [];
  const begun = own.find((m) => !isAnnounced(m) && LEAVES.has(m.code))?.place ?? null;
  return milestones.filter(
    (m) =>
      m.run === run &&
      isAnnounced(m) &&
      m.place !== null &&
      isElsewhere(m.place, end) &&
      !(begun && isSamePlace(m.place, begun)),
  );
}

/** Two bookings may be planned apart: what names different papers of one kind is of different cargo. */
export function mayBeOfSameCargo(a: readonly IdentifierKey[], b: readonly IdentifierKey[]): boolean {
  const kinds = new Set(a.map((key) => splitKey(key).scheme));
  const shared = b.filter((key) => kinds.has(splitKey(key).scheme));
  return shared.length === 0 || shared.some((key) => a.includes(key));
}

function isAnnounced(m: Milestone): boolean {
  return m.classifier !== 'ACTUAL';
}

function placeWhere(milestones: readonly Milestone[], codes: ReadonlySet<string>): PlaceRef | null {
  return milestones.find((m) => codes.has(m.code) && m.place)?.place ?? null;
}

function papersOf(said: readonly FactClaim[]): IdentifierKey[] {
  return [...new Set(said.flatMap(({ event }) => claimKeys(event).documents))];
}
