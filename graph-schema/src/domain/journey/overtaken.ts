import type { IdentifierKey } from '../identifier.ts';
import type { PlaceRef } from '../tracking-event.ts';
import { isElsewhere, isSamePlace } from './destination.ts';
import { cameOff, COMES, LEAVES, legsOf, type Leg } from './legs.ts';
import { lastSaid, type Milestone } from './milestone.ts';
import { omittedCalls } from './omitted-calls.ts';
import { isAnnounced, ownWords, runOfLeg, type RunSaid } from './run-said.ts';
import { missedRuns } from './taken-instead.ts';

/** Plans and estimates that cannot come true any more: kept, shown apart, and no part of what lies ahead. */
export interface OvertakenPlan {
  /** The run that was planned. */
  readonly run: IdentifierKey;
  /**
   * The run that took its place: the same where it is to bring the cargo elsewhere now, or leaves out that call; null where
   * the cargo came off this very run elsewhere, before what was planned.
   */
  readonly by: IdentifierKey | null;
  readonly milestones: readonly Milestone[];
}

/** A line and its legs without what was overtaken. */
export interface Standing {
  readonly milestones: readonly Milestone[];
  readonly legs: readonly Leg[];
  readonly overtaken: readonly OvertakenPlan[];
  /** What of it was announced of calls that are left out. */
  readonly omitted: readonly Milestone[];
}

/**
 * Takes out of a line what was planned for ships, trains and flights that the cargo does not take: because it left that
 * place, or goes where that one went, on another run, or a later word plans another; what its own run was to do at a hub or a
 * destination that was changed, or at a call that it leaves out; and for where its run would go after it came off.
 *
 * `boxes`: those of the cargo; what is planned without naming a box is planned for all of them. `former`: destinations that its
 * papers named before they were amended.
 */
export function standingPlans(
  milestones: readonly Milestone[],
  boxes: readonly string[],
  former: readonly PlaceRef[] = [],
): Standing {
  const all = legsOf(milestones);
  const runs = all.flatMap((leg) => (leg.mode === 'TRUCK' ? [] : (runOfLeg(leg, milestones, boxes) ?? [])));
  const missed = missedRuns(runs);
  const standingRuns = runs.filter(({ run }) => !missed.has(run));
  const moved = standingRuns.flatMap((run) => movedOn(run, { runs, standingRuns, missed, former }));
  const gone = runs.flatMap((run) => beyond(run, milestones)).filter((m) => !moved.includes(m));
  const isMissed = (m: Milestone) => isAnnounced(m) && m.run !== null && missed.has(m.run);
  const isLeft = (m: Milestone) => !isMissed(m) && !gone.includes(m) && !moved.includes(m);
  const omitted = omittedCalls(milestones).filter(isLeft);
  const standing = milestones.filter((m) => isLeft(m) && !omitted.includes(m));
  const overtaken = [...missed].map(([run, by]) => ({
    run,
    by,
    milestones: milestones.filter((m) => isMissed(m) && m.run === run),
  }));
  const ofRuns = (list: readonly Milestone[], isBySame: boolean) =>
    [...new Set(list.flatMap((m) => m.run ?? []))].map((run) => ({
      run,
      by: isBySame ? run : null,
      milestones: list.filter((m) => m.run === run),
    }));
  const isSame = standing.length === milestones.length;
  return {
    milestones: standing,
    legs: isSame && missed.size === 0 ? all : legsOf(standing, new Set(missed.keys())),
    overtaken: [...overtaken, ...ofRuns([...moved, ...omitted], true), ...ofRuns(gone, false)].filter(
      (plan) => plan.milestones.length > 0,
    ),
    omitted,
  };
}

/** What is known of all the runs of a cargo when one of them is looked at. */
interface Around {
  readonly runs: readonly RunSaid[];
  readonly standingRuns: readonly RunSaid[];
  readonly missed: ReadonlyMap<IdentifierKey, IdentifierKey>;
  readonly former: readonly PlaceRef[];
}

/**
 * What is announced of a run for a place where it no longer brings the cargo: a hub from which it was to go on with a run that it
 * does not take, or the destination of a bill that was amended, where the run is told to bring it elsewhere since. Where
 * something still leaves from there the cargo comes there.
 */
function movedOn({ run, own }: RunSaid, { runs, standingRuns, missed, former }: Around): Milestone[] {
  const comes = own.filter((m) => COMES.has(m.code) && m.place !== null);
  return comes.filter((m) => {
    const { place } = m;
    if (!place || !isAnnounced(m)) return false;
    const isHere = (other: PlaceRef | null) => other !== null && isSamePlace(other, place);
    if (standingRuns.some(({ from }) => isHere(from))) return false;
    if (own.some((step) => LEAVES.has(step.code) && isHere(step.place))) return false;
    const elsewhere = comes.filter((other) => other.place && isElsewhere(other.place, place));
    const onward = runs.filter((other) => other.run !== run && missed.has(other.run) && isHere(other.from));
    const instead = standingRuns.filter((other) => onward.some((one) => missed.get(one.run) === other.run));
    const isHubMoved = instead.some(
      ({ from }) => from && elsewhere.some((other) => other.place && isSamePlace(other.place, from)),
    );
    return isHubMoved || (former.some(isHere) && elsewhere.some((other) => firstSaid(other) > saidLast(m)));
  });
}

function firstSaid(m: Milestone): number {
  const voices = ownWords(m).flatMap((claim) => claim.voices);
  return Math.min(...voices.map(({ receivedAt }) => Date.parse(receivedAt)));
}

function saidLast(m: Milestone): number {
  return Math.max(...ownWords(m).map(lastSaid));
}

/**
 * What is announced of a run for other places, once all that was on it has come off; not for where it went aboard, or, where nobody
 * told of that, was to go aboard before it came off.
 */
function beyond({ run, own, isPlanOnly }: RunSaid, milestones: readonly Milestone[]): Milestone[] {
  const off = isPlanOnly ? null : cameOff(own);
  const end = off?.place;
  if (!off || !end) return [];
  const leaving = own.slice(0, own.indexOf(off)).filter((m) => LEAVES.has(m.code) && m.place);
  const begun = (own.find((m) => !isAnnounced(m) && LEAVES.has(m.code)) ?? leaving[0])?.place ?? null;
  return milestones.filter(
    (m) =>
      m.run === run &&
      isAnnounced(m) &&
      m.place !== null &&
      isElsewhere(m.place, end) &&
      !(begun && isSamePlace(m.place, begun)),
  );
}
