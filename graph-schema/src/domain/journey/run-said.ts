import { showsAboard } from '../aboard.ts';
import { claimKeys } from '../claim-keys.ts';
import type { IdentifierKey } from '../identifier.ts';
import type { PlaceRef } from '../tracking-event.ts';
import type { FactClaim } from './facts.ts';
import { cameOff, COMES, isOwn, LEAVES, type Leg } from './legs.ts';
import { lastSaid, type Milestone } from './milestone.ts';
import { isPart } from './parts.ts';

/** A run as far as this cargo is planned on it, or is on it. */
export interface RunSaid {
  readonly run: IdentifierKey;
  readonly own: readonly Milestone[];
  /** Nothing shows the cargo aboard; a gate-in that names the ship does not. */
  readonly isPlanOnly: boolean;
  /** Pieces of a cargo that moves in parts: another part goes on another flight. */
  readonly isPart: boolean;
  readonly from: PlaceRef | null;
  readonly to: PlaceRef | null;
  /** The last place to which it is told to bring the cargo; what a note says of the journey's end is none. */
  readonly end: PlaceRef | null;
  /** The cargo came off it, all of it that was aboard. */
  readonly isOver: boolean;
  /** Epoch milliseconds at which it leaves, as it is expected; null: nobody says. */
  readonly leavesAt: number | null;
  /** Epoch milliseconds at which the first of the cargo went aboard or left with it; null: not told. */
  readonly boardedAt: number | null;
  readonly boxes: readonly (string | null)[];
  /** Epoch milliseconds at which it was planned last; null: it is named, and nobody plans. */
  readonly plannedAt: number | null;
  readonly saidAt: number;
  /** When each source planned it, epoch milliseconds. */
  readonly planners: ReadonlyMap<string, ReadonlySet<number>>;
  readonly papers: readonly IdentifierKey[];
}

/** What is said of a leg's run; null where it has none of its own. `boxes`: those of the cargo. */
export function runOfLeg(
  leg: Leg,
  milestones: readonly Milestone[],
  boxes: readonly string[],
): RunSaid | null {
  // The ship's own words of a step that was planned for the cargo leave it a plan; what the ship did is not the cargo's doing.
  const told = milestones.filter((m) => m.run === leg.id && m.dimension === 'LOGISTICS' && isOwn(m));
  const own = told.filter((m) => isAnnounced(m) || !m.inherited);
  const [run] = own.flatMap((m) => m.run ?? []);
  if (!run) return null;
  const isPlanOnly = !own.some((m) => !isAnnounced(m) && showsAboard(run, m.code));
  const plans = own.filter(isAnnounced);
  const said = own.flatMap(ownWords);
  const planned = said.filter(({ event }) => event.classifier !== 'ACTUAL');
  // What is planned without a box is planned for all; boxes shown aboard leave behind those that are not.
  const speaking = isPlanOnly ? own : own.filter((m) => !isAnnounced(m) && showsAboard(run, m.code));
  const named = [...new Set(speaking.flatMap((m) => m.containers))].sort();
  const ofAll = isPlanOnly && own.some((m) => m.containers.length === 0);
  const whole = boxes.length > 0 ? boxes : [null];
  const off = cameOff(own);
  return {
    run,
    own,
    isPlanOnly,
    isPart: said.some(({ event }) => isPart(event)),
    from: isPlanOnly
      ? placeWhere(plans.length > 0 ? plans : own, plans.length > 0 ? LEAVES : ENTERS)
      : leg.from,
    to: isPlanOnly ? placeWhere(plans, COMES) : leg.to,
    end: off?.place ?? told.findLast((m) => COMES.has(m.code) && m.place)?.place ?? airportTold(leg, said),
    isOver: off !== null,
    leavesAt: timeWhere(plans, LEAVES),
    boardedAt: timeWhere(
      own.filter((m) => !isAnnounced(m)),
      LEAVES,
    ),
    boxes: ofAll || named.length === 0 ? whole : named,
    plannedAt: planned.length > 0 ? Math.max(...planned.map(lastSaid)) : null,
    saidAt: Math.max(...said.map(lastSaid)),
    planners: plannersOf(planned),
    papers: [...new Set(said.flatMap(({ event }) => claimKeys(event).documents))],
  };
}

const ENTERS: ReadonlySet<string> = new Set(['GATED_IN']);

export function isAnnounced(m: Milestone): boolean {
  return m.classifier !== 'ACTUAL';
}

/** What is told of the cargo, and not of its ship alone. */
export function ownWords(m: Milestone): FactClaim[] {
  return [...m.claims, ...m.expected].filter((claim) => !claim.inherited);
}

/** Airlines tell where a flight lands with its departure, and nothing of the arrival beforehand. */
function airportTold(leg: Leg, said: readonly FactClaim[]): PlaceRef | null {
  return leg.mode === 'AIR' ? (said.find(({ event }) => event.to)?.event.to ?? null) : null;
}

function plannersOf(planned: readonly FactClaim[]): Map<string, Set<number>> {
  const planners = new Map<string, Set<number>>();
  for (const { source, receivedAt } of planned.flatMap(({ voices }) => voices)) {
    planners.set(source.id, (planners.get(source.id) ?? new Set()).add(Date.parse(receivedAt)));
  }
  return planners;
}

function placeWhere(milestones: readonly Milestone[], codes: ReadonlySet<string>): PlaceRef | null {
  return milestones.find((m) => codes.has(m.code) && m.place)?.place ?? null;
}

function timeWhere(milestones: readonly Milestone[], codes: ReadonlySet<string>): number | null {
  const found = milestones.find((m) => codes.has(m.code));
  return found ? Date.parse(found.time.instant) : null;
}
