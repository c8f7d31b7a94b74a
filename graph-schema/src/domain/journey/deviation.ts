import type { PlaceRef } from '../tracking-event.ts';
import { isElsewhere, isSamePlace } from './destination.ts';
import { COMES, LEAVES, type Leg, type LegEnd } from './legs.ts';
import type { Milestone } from './milestone.ts';
import type { OvertakenPlan, Standing } from './overtaken.ts';

/**
 * Whether the cargo goes as somebody planned it (Evans' routing status). `MISDIRECTED`: it came off where nobody planned it
 * and nothing tells how it goes on. `NO_PLAN`: nobody announced any of its carriage, so that nothing can be compared.
 */
export type Routing = 'ON_ROUTE' | 'MISDIRECTED' | 'NO_PLAN';

/** How the way that it takes differs from the way that was planned. */
export interface Deviation {
  readonly routing: Routing;
  /** Where it came off its ship, train or flight against the plan; null while it is not misdirected. */
  readonly misdirectedAt: PlaceRef | null;
  /** Where that run was planned to bring it; null while it is not misdirected. */
  readonly plannedTo: PlaceRef | null;
}

const GOES_ON: ReadonlySet<string> = new Set(['LOADED', 'DEPARTED', 'GATED_OUT', 'DELIVERED', 'STRIPPED']);

/**
 * Compares where it came off with where it was planned to. A place that its papers name (`told`), or from which a plan takes
 * it on, is none where it should not be; and places told in different codes are not compared.
 */
export function deviationOf({ milestones, legs, overtaken }: Standing, told: PlaceRef | null): Deviation {
  const onRoute = { misdirectedAt: null, plannedTo: null };
  const carriage = legs.filter((leg) => leg.mode !== 'TRUCK');
  const last = carriage.findLast((leg) => leg.state !== 'PLANNED');
  const [at, plannedTo] = [last?.to ?? null, last ? plannedEnd(last, overtaken) : null];
  const isElse = last?.state === 'DONE' && at !== null && plannedTo !== null && isElsewhere(at, plannedTo);
  if (last && isElse && !isMeant(last, at, legs, told) && !wentOn(last, milestones)) {
    return { routing: 'MISDIRECTED', misdirectedAt: at, plannedTo };
  }
  const isPlanned =
    overtaken.length > 0 ||
    carriage.some(({ departure, arrival }) => isAnnounced(departure) || isAnnounced(arrival)) ||
    milestones.some((m) => m.classifier !== 'ACTUAL' && (LEAVES.has(m.code) || COMES.has(m.code)));
  return { routing: isPlanned ? 'ON_ROUTE' : 'NO_PLAN', ...onRoute };
}

function isAnnounced({ planned, estimated }: LegEnd): boolean {
  return planned !== null || estimated !== null;
}

/** Where the run that it came off was to bring it, by plans that this overtook. */
function plannedEnd(leg: Leg, overtaken: readonly OvertakenPlan[]): PlaceRef | null {
  const plans = overtaken.filter((plan) => plan.run === leg.id && plan.by === null);
  return plans.flatMap((plan) => plan.milestones).findLast((m) => COMES.has(m.code))?.place ?? null;
}

function isMeant(leg: Leg, at: PlaceRef, legs: readonly Leg[], told: PlaceRef | null): boolean {
  if (leg.arrival.planned ?? leg.arrival.estimated) return true;
  if (told && isSamePlace(told, at)) return true;
  return legs.some((other) => other.state !== 'DONE' && other.from && isSamePlace(other.from, at));
}

function wentOn(leg: Leg, milestones: readonly Milestone[]): boolean {
  const off = milestones.findLastIndex(
    (m) => m.run === leg.id && m.classifier === 'ACTUAL' && COMES.has(m.code),
  );
  return milestones
    .slice(off + 1)
    .some((m) => m.classifier === 'ACTUAL' && !m.inherited && GOES_ON.has(m.code) && m.loadState !== 'EMPTY');
}
