import type { EventCode } from '../event-code.ts';
import type { FactClaim } from '../journey/facts.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { at, idsOf } from './moves.ts';
import { findRule, type ExceptionRules } from './rules.ts';

const GOES_ON: ReadonlySet<EventCode> = new Set<EventCode>([
  'LOADED',
  'DEPARTED',
  'GATED_OUT',
  'DELIVERED',
  'STRIPPED',
]);
const ARRIVES: ReadonlySet<EventCode> = new Set<EventCode>(['ARRIVED', 'DISCHARGED']);
const LEAVES: ReadonlySet<EventCode> = new Set<EventCode>(['LOADED', 'DEPARTED']);

/**
 * Boxes discharged where nobody planned it: the plan for this cargo on this ship names other ports only, no plan takes it
 * on from there, and no paper names the port as where it goes. Only ports told by UN/LOCODE are compared.
 */
export function wrongPlaces(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const { runOf } = cargo;
  const plans = cargo.facts.claims.filter(isPlanForCargo);
  const named = placesNamedByPapers(cargo.facts.claims);
  const boxes = cargo.boxes;
  return boxes.flatMap((box) => {
    const moves = cargo.movesOf(box);
    const own = plans.filter(({ event }) => (event.equipment?.reference ?? box) === box);
    return moves.flatMap((off): Episode[] => {
      const port = off.place?.unLocode ?? null;
      if (off.code !== 'DISCHARGED' || off.run === null || port === null || named.has(port)) return [];
      const ends = own.filter((c) => ARRIVES.has(c.event.code) && runOf(c) === off.run && portOf(c) !== null);
      if (ends.length === 0 || ends.some((c) => portOf(c) === port)) return [];
      const isAbroad = !ends.some((c) => portOf(c)?.slice(0, 2) === port.slice(0, 2));
      const of = isAbroad ? 'OTHER_COUNTRY' : 'SAME_COUNTRY';
      const rule = findRule(rules, 'WRONG_PLACE', of);
      if (!rule) return [];
      const on = own.filter((c) => LEAVES.has(c.event.code) && portOf(c) === port && runOf(c) !== off.run);
      const way = wayOn(moves, off, on);
      return [
        {
          rule,
          of,
          opensAt: at(off) + rule.hours * HOUR_MS,
          worsensAt: rule.worseHours === null ? null : at(off) + rule.worseHours * HOUR_MS,
          closesAt: way?.at ?? null,
          subject: { containers: [box], place: off.place, run: off.run, document: null },
          evidence: [...idsOf(off), ...ends.map((c) => c.id).sort()],
          closing: way?.ids ?? [],
          figures: { planned: [...new Set(ends.map(portOf))].sort().join(', ') },
        },
      ];
    });
  });
}

/** How it got on: by moving, or by a plan that takes it on from there; one known before makes it a transshipment. */
function wayOn(
  moves: readonly Milestone[],
  off: Milestone,
  plans: readonly FactClaim[],
): { at: number; ids: readonly string[] } | null {
  const moved = moves
    .slice(moves.indexOf(off) + 1)
    .find((m) => GOES_ON.has(m.code) && m.loadState !== 'EMPTY');
  const [planned] = plans
    .map((c) => ({ at: firstSaid(c), ids: [c.id] }))
    .sort((a, b) => a.at - b.at || ((a.ids[0] ?? '') < (b.ids[0] ?? '') ? -1 : 1));
  if (!moved) return planned ?? null;
  return planned && planned.at < at(moved) ? planned : { at: at(moved), ids: idsOf(moved) };
}

/** Said of this cargo; where its ship calls on the way says nothing of where it is to come off. */
function isPlanForCargo({ event, inherited }: FactClaim): boolean {
  return !inherited && (event.classifier === 'PLANNED' || event.classifier === 'ESTIMATED');
}

/** Ports that bills and bookings give as where the cargo goes. */
function placesNamedByPapers(claims: readonly FactClaim[]): ReadonlySet<string> {
  const papers = claims.filter(
    ({ event }) => event.code.startsWith('BL_') || event.code.startsWith('BOOKING_'),
  );
  return new Set(papers.flatMap(({ event }) => event.to?.unLocode ?? []));
}

function portOf({ event }: FactClaim): string | null {
  return event.place?.unLocode ?? null;
}

function firstSaid({ voices }: FactClaim): number {
  return Math.min(...voices.map((voice) => Date.parse(voice.receivedAt)));
}
