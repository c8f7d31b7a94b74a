import { claimKeys } from '../claim-keys.ts';
import type { IdentifierKey } from '../identifier.ts';
import type { FactClaim } from '../journey/facts.ts';
import { placeOf } from '../journey/milestone.ts';
import { isPart } from '../journey/parts.ts';
import type { RunOf } from '../journey/same-run.ts';
import type { PlaceRef, TransportMode } from '../tracking-event.ts';

/** What carries a cargo by timetable: of a truck nothing is left behind. */
export type PlannedMode = Exclude<TransportMode, 'TRUCK'>;

/** What one source says of leaving one place on one ship, train or flight, for one box or (null) for what its papers cover. */
export interface DeparturePlan {
  readonly run: IdentifierKey;
  readonly mode: PlannedMode;
  readonly place: PlaceRef;
  readonly box: string | null;
  readonly source: string;
  /** Epoch milliseconds: when it leaves, as said last. */
  readonly leavesAt: number;
  readonly firstSaidAt: number;
  readonly lastSaidAt: number;
  readonly papers: readonly IdentifierKey[];
  /** Ids of the claims, sorted. */
  readonly ids: readonly string[];
}

/**
 * Plans and estimates of what is to take this cargo, as each source tells them, in a fixed order; what only the ship does is none.
 * Pieces that fly apart are each planned on a flight of their own, so a part is none either.
 */
export function departurePlansOf(claims: readonly FactClaim[], runOf: RunOf): DeparturePlan[] {
  const plans = new Map<string, DeparturePlan>();
  for (const claim of claims) {
    const { event, inherited, id, voices } = claim;
    const isPlan = event.classifier === 'PLANNED' || event.classifier === 'ESTIMATED';
    const leaves = event.code === 'LOADED' || event.code === 'DEPARTED';
    const mode = event.transport?.mode ?? 'TRUCK';
    if (!isPlan || !leaves || inherited || !event.place || mode === 'TRUCK' || isPart(event)) continue;
    const run = runOf(claim);
    if (!run) continue;
    const box = event.equipment?.reference ?? null;
    for (const { source, receivedAt } of voices) {
      const saidAt = Date.parse(receivedAt);
      const key = [source.id, placeOf(event.place), box, run].join('|');
      const plan = { run, mode, place: event.place, box, source: source.id, leavesAt: Date.parse(event.time.instant), firstSaidAt: saidAt, lastSaidAt: saidAt, papers: claimKeys(event).documents, ids: [id] }; // prettier-ignore
      const before = plans.get(key);
      plans.set(key, before ? joined(before, plan) : plan);
    }
  }
  return [...plans].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, plan]) => plan);
}

function joined(a: DeparturePlan, b: DeparturePlan): DeparturePlan {
  const isBLater = (b.lastSaidAt - a.lastSaidAt || b.leavesAt - a.leavesAt) > 0;
  return {
    ...(isBLater ? b : a),
    firstSaidAt: Math.min(a.firstSaidAt, b.firstSaidAt),
    papers: [...new Set([...a.papers, ...b.papers])].sort(),
    ids: [...new Set([...a.ids, ...b.ids])].sort(),
  };
}
