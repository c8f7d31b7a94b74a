import type { EventCode } from '../event-code.ts';
import type { FactClaim } from '../journey/facts.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { TransportMode } from '../tracking-event.ts';
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
const ARRIVES: ReadonlySet<EventCode> = new Set<EventCode>(['ARRIVED', 'DISCHARGED', 'CHECKED_IN']);
const COMES_OFF: ReadonlySet<EventCode> = new Set<EventCode>(['DISCHARGED', 'CHECKED_IN']);
const LEAVES: ReadonlySet<EventCode> = new Set<EventCode>(['LOADED', 'DEPARTED']);

/**
 * Boxes discharged where nobody planned it, and pieces checked in there off a flight: the plan for this cargo on this run names
 * other places only, no plan takes it on from there, and no paper names it as where it goes. Only places told by UN/LOCODE are
 * compared.
 */
export function wrongPlaces(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const { runOf } = cargo;
  const plans = cargo.facts.claims.filter(isPlanForCargo);
  const named = placesNamedByPapers(cargo.facts.claims);
  // What flies does so in no box of the cargo, also where it came to the airport in one.
  return [...cargo.boxes, null].flatMap((box) => {
    const moves = cargo.movesOf(box);
    const own = plans.filter(({ event }) => (event.equipment?.reference ?? box) === box);
    const isOfThis = (m: Milestone) =>
      isByAir(m) ? box === null : box !== null || (cargo.boxes.length === 0 && m.containers.length === 0);
    return moves.filter(isOfThis).flatMap((off): Episode[] => {
      const port = off.place?.unLocode ?? null;
      if (!COMES_OFF.has(off.code) || off.run === null || port === null || named.has(port)) return [];
      const ends = own.flatMap((c) => {
        const end = runOf(c) === off.run ? endOf(c) : null;
        return end === null ? [] : [{ id: c.id, port: end }];
      });
      if (ends.length === 0 || ends.some((end) => end.port === port)) return [];
      const isAbroad = !ends.some((end) => end.port.slice(0, 2) === port.slice(0, 2));
      const of = `${BY[off.transport?.mode ?? 'VESSEL']}${isAbroad ? 'OTHER_COUNTRY' : 'SAME_COUNTRY'}`;
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
          subject: { containers: box === null ? [] : [box], place: off.place, run: off.run, document: null },
          evidence: [...idsOf(off), ...ends.map(({ id }) => id).sort()],
          closing: way?.ids ?? [],
          figures: { planned: [...new Set(ends.map((end) => end.port))].sort().join(', ') },
        },
      ];
    });
  });
}

/** Rows by what brought it there: another must act. */
const BY: Readonly<Record<TransportMode, string>> = {
  VESSEL: '',
  BARGE: '',
  TRUCK: '',
  RAIL: 'TRAIN_',
  AIR: 'FLIGHT_',
};

function isByAir({ transport }: Milestone): boolean {
  return transport?.mode === 'AIR';
}

/** Where a plan has its run bring the cargo. Airlines book a flight by both its ends. */
function endOf(claim: FactClaim): string | null {
  const { code, transport, to } = claim.event;
  if (ARRIVES.has(code)) return portOf(claim);
  return LEAVES.has(code) && transport?.mode === 'AIR' ? (to?.unLocode ?? null) : null;
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

/** Places that bills, waybills, notes and bookings give as where the cargo goes. */
function placesNamedByPapers(claims: readonly FactClaim[]): ReadonlySet<string> {
  const papers = claims.filter(
    ({ event }) =>
      event.code.startsWith('BL_') ||
      event.code.startsWith('BOOKING_') ||
      event.code === 'CONSIGNMENT_NOTE_ISSUED',
  );
  return new Set(papers.flatMap(({ event }) => event.to?.unLocode ?? []));
}

function portOf({ event }: FactClaim): string | null {
  return event.place?.unLocode ?? null;
}

function firstSaid({ voices }: FactClaim): number {
  return Math.min(...voices.map((voice) => Date.parse(voice.receivedAt)));
}
