import type { Milestone } from '../journey/milestone.ts';
import type { FactClaim } from '../journey/facts.ts';
import type { PlaceRef } from '../tracking-event.ts';
import { deadlinesOf } from './deadlines.ts';
import { boxesConcerned, type Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { at, idsOf, isSamePlace, lastOfAll } from './moves.ts';
import { findRule, type ExceptionRules } from './rules.ts';

/** Free time that ends, or has ended, while the box is where it costs: a term of each kind of charge and each box. */
export function lastFreeDays(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const terms = deadlinesOf(cargo.facts.claims, 'FREE_TIME_ENDS', (claim) =>
    [chargeOf(claim), claim.event.equipment?.reference].join('|'),
  );
  return terms.flatMap(({ claim, endsAt }): Episode[] => {
    const charge = chargeOf(claim);
    const rule = findRule(rules, 'LAST_FREE_DAY', charge);
    if (!rule) return [];
    const box = claim.event.equipment?.reference ?? null;
    const { place } = claim.event;
    const boxes = boxesConcerned(cargo, box);
    const came = boxes.map((one) => arrivalAt(cargo.movesOf(one), place)).filter((m) => m !== null);
    const arrivedAt = came.length > 0 ? Math.min(...came.map(at)) : null;
    // A term told for a ship that has not come is one for another day: the free time begins with the discharge.
    if (arrivedAt === null) return [];
    const over = lastOfAll(boxes, (one) =>
      charge === 'DETENTION' ? returned(cargo.movesOf(one)) : hasLeft(cargo.movesOf(one), place),
    );
    return [
      {
        rule,
        of: charge,
        opensAt: Math.max(endsAt - rule.hours * HOUR_MS, arrivedAt),
        worsensAt: rule.worseHours === null ? null : endsAt - rule.worseHours * HOUR_MS,
        closesAt: over && at(over),
        subject: { containers: box === null ? [] : [box], place, run: null, document: null },
        evidence: [claim.id],
        closing: idsOf(over),
        figures: { until: new Date(endsAt).toISOString() },
      },
    ];
  });
}

function chargeOf({ event }: FactClaim): string | null {
  return event.reason?.code ?? null;
}

const COMES: ReadonlySet<string> = new Set(['ARRIVED', 'BERTHED', 'DISCHARGED', 'CHECKED_IN', 'AVAILABLE']);
const GOES: ReadonlySet<string> = new Set([
  'GATED_OUT', 'PICKED_UP', 'LOADED', 'OUT_FOR_DELIVERY', 'DROPPED_OFF', 'DELIVERED', 'STRIPPED',
]); // prettier-ignore

/** When it came to the place that the term is for; of a term without a place, when it came off last. */
function arrivalAt(moves: readonly Milestone[], place: PlaceRef | null): Milestone | null {
  return place
    ? (moves.find((m) => COMES.has(m.code) && isSamePlace(m.place, place)) ?? null)
    : (moves.findLast((m) => m.code === 'DISCHARGED') ?? null);
}

function hasLeft(moves: readonly Milestone[], place: PlaceRef | null): Milestone | null {
  const came = arrivalAt(moves, place);
  if (!came) return null;
  const after = moves.slice(moves.indexOf(came) + 1);
  return after.find((m) => (GOES.has(m.code) && m.loadState !== 'EMPTY') || isReturn(m)) ?? null;
}

function returned(moves: readonly Milestone[]): Milestone | null {
  return moves.findLast(isReturn) ?? null;
}

function isReturn(m: Milestone): boolean {
  return m.code === 'GATED_IN' && m.loadState === 'EMPTY';
}
