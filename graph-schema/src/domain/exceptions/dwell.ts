import type { Milestone } from '../journey/milestone.ts';
import type { PlaceRef } from '../tracking-event.ts';
import type { Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { at, idsOf, isElsewhere } from './moves.ts';
import { findRule, type ExceptionRules } from './rules.ts';

/** Boxes, and the pieces of an air waybill, that lie at one place longer than the rule for that part of the way allows. */
export function dwellsOverLimit(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const isAir = cargo.boxes.length === 0 && cargo.facts.documents.some((key) => AIR.test(key));
  return (isAir ? [null] : cargo.boxes).flatMap((box) =>
    staysOf(cargo.movesOf(box)).flatMap((stay): Episode[] => {
      const { came, went } = stay;
      const where = `${isAir ? 'AIR_' : ''}${partOf(stay, cargo.destination)}`;
      const rule = findRule(rules, 'DWELL_OVER_LIMIT', where);
      if (!rule) return [];
      return [
        {
          rule,
          of: where,
          opensAt: at(came) + rule.hours * HOUR_MS,
          worsensAt: rule.worseHours === null ? null : at(came) + rule.worseHours * HOUR_MS,
          closesAt: went && at(went),
          subject: { containers: box === null ? [] : [box], place: came.place, run: null, document: null },
          evidence: idsOf(came),
          closing: idsOf(went),
          figures: { since: came.time.instant, limitHours: rule.hours },
        },
      ];
    }),
  );
}

interface Stay {
  readonly came: Milestone;
  readonly went: Milestone | null;
  /** It had come off a ship, train or aircraft by then. */
  readonly hasSailed: boolean;
}

const AIR = /^H?AWB:/;
const COMES: ReadonlySet<string> = new Set(['DISCHARGED', 'CHECKED_IN', 'RECEIVED', 'GATED_IN']);
const GOES: ReadonlySet<string> = new Set([
  'LOADED', 'DEPARTED', 'GATED_OUT', 'PICKED_UP', 'OUT_FOR_DELIVERY', 'DELIVERED', 'DROPPED_OFF', 'STRIPPED',
]); // prettier-ignore

/** From the first that says that it is full in a place to the first that says that it goes on. */
function staysOf(moves: readonly Milestone[]): Stay[] {
  const stays: Stay[] = [];
  let came: Milestone | null = null;
  let hasSailed = false;
  for (const m of moves) {
    // The ship that it came off goes on without it.
    if (came?.run && m.containers.length === 0 && m.run === came.run) continue;
    const isReturn = m.code === 'GATED_IN' && m.loadState === 'EMPTY';
    // Told in another place, it must have gone from the one before, though nobody said when.
    if (came && (GOES.has(m.code) || isReturn || isElsewhere(came.place, m.place))) {
      stays.push({ came, went: m, hasSailed });
      came = null;
    }
    hasSailed ||= m.code === 'DISCHARGED' || m.code === 'CHECKED_IN';
    if (m.loadState !== 'EMPTY' && COMES.has(m.code)) came ??= m;
  }
  return came ? [...stays, { came, went: null, hasSailed }] : stays;
}

/** Which part of the way a stay lies in: it waits for its first carriage, or for another, or is where it was to go. */
function partOf({ came, hasSailed }: Stay, destination: PlaceRef | null): string {
  if (!hasSailed) return 'ORIGIN';
  return isElsewhere(came.place, destination) ? 'TRANSSHIPMENT' : 'DESTINATION';
}
