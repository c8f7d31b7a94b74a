import { runKey } from '../claim-keys.ts';
import type { IdentifierKey } from '../identifier.ts';
import type { FactClaim } from '../journey/facts.ts';
import { lastSaid, placeOf } from '../journey/milestone.ts';
import type { Stay } from './inheritance.ts';

const LEAVES: ReadonlySet<string> = new Set(['LOADED', 'DEPARTED']);
const REACHES: ReadonlySet<string> = new Set(['ARRIVED', 'BERTHED', 'DISCHARGED']);

/** An estimate moves away from what was planned, but no further than this. */
const EARLIER_MS = 7 * 86_400_000;
const LATER_MS = 45 * 86_400_000;

interface PlannedCall {
  readonly run: IdentifierKey;
  readonly place: string;
  readonly at: number;
  readonly said: number;
  readonly isActual: boolean;
  readonly leaves: boolean;
}

/**
 * Ships and flights that the cargo is planned for and nothing shows it aboard (`taken`: those that something does). What
 * they are expected to do at the places of the plan concerns it, what they did does not: boxes miss ships. A plan holds
 * until another run is told later, or took the cargo, from the same place.
 */
export function plannedStays(own: readonly FactClaim[], taken: ReadonlySet<IdentifierKey>): Stay[] {
  const calls = own.flatMap(callOf);
  const leaving = new Map<string, PlannedCall>();
  for (const call of calls) {
    const last = leaving.get(call.place);
    if (call.leaves && (!last || isStronger(call, last))) leaving.set(call.place, call);
  }
  const overtaken = calls.filter(({ place, run, leaves }) => leaves && leaving.get(place)?.run !== run);
  const gone = new Set([...taken, ...overtaken.map(({ run }) => run)]);
  const byRun = new Map<IdentifierKey, PlannedCall[]>();
  for (const call of calls)
    if (!call.isActual && !gone.has(call.run)) byRun.set(call.run, [...(byRun.get(call.run) ?? []), call]);
  return [...byRun].sort(([a], [b]) => (a < b ? -1 : 1)).map(([run, planned]): Stay => {
    const times = planned.map(({ at }) => at);
    return {
      run,
      evidence: 'PLAN',
      from: Math.min(...times) - EARLIER_MS,
      to: Math.max(...times) + LATER_MS,
      container: null,
      places: new Set(planned.map(({ place }) => place)),
    };
  }); // prettier-ignore
}

function callOf(claim: FactClaim): PlannedCall[] {
  const { code, classifier, transport, place, time } = claim.event;
  const run = transport && runKey(transport);
  const at = placeOf(place);
  const leaves = LEAVES.has(code);
  if (!run || !at || classifier === 'REQUESTED' || !(leaves || REACHES.has(code))) return [];
  const said = lastSaid(claim);
  return [{ run, place: at, at: Date.parse(time.instant), said, isActual: classifier === 'ACTUAL', leaves }];
}

/** What took the cargo counts over any plan, and the later word over the earlier. */
function isStronger(a: PlannedCall, b: PlannedCall): boolean {
  if (a.isActual !== b.isActual) return a.isActual;
  return a.said - b.said > 0 || (a.said === b.said && (a.at > b.at || (a.at === b.at && a.run > b.run)));
}
