import type { TrackFix } from '../../geo/track.ts';
import type { Near, Spot } from './call-zones.ts';
import { stepOf, type DerivedCall } from './derived-call.ts';
import { knotsAt } from './stops.ts';

/** Slower than this it rolls, faster it flies; in between it may do either. */
const ROLLING_KNOTS = 60;
const FLYING_KNOTS = 120;
/** From the middle of the largest airports to the ends of their runways. */
const AIRPORT_NM = 3;
const KNOWN_SECONDS = 30 * 60;
/** No cargo is turned round sooner: who flies again before this went around, or a speed was wrong. */
const LEAST_GROUND_SECONDS = 15 * 60;
/** One slow position may be a wrong one. */
const LEAST_GROUND_FIXES = 2;

/** Positions one after another in which it flew, or was on the ground; indexes of the track. */
interface Stretch {
  readonly flies: boolean;
  readonly held: readonly number[];
}

/**
 * Take-offs and landings: between the last position on the ground of an airport and the first in the air, or the other way. Who
 * goes around has not landed, who breaks off his run has not taken off, and of a silence nothing is told.
 */
export function flightCalls(fixes: readonly TrackFix[], airports: Near<Spot>): DerivedCall[] {
  const airportAt = (index: number | undefined): Spot | null => {
    const fix = index === undefined ? undefined : fixes[index];
    return (fix && airports([fix[1], fix[2]], AIRPORT_NM)[0]?.one) ?? null;
  };
  const stretches = settled(fixes, airportAt);
  return stretches.slice(1).flatMap(({ flies, held }, index): DerivedCall[] => {
    const last = stretches[index]?.held.at(-1);
    const [before, after] = [fixes[last ?? -1], fixes[held[0] ?? -1]];
    const airport = airportAt(flies ? last : held[0]);
    if (!before || !after || !airport || after[0] - before[0] > KNOWN_SECONDS) return [];
    const ground = flies ? before : after;
    return [
      {
        code: flies ? 'DEPARTED' : 'ARRIVED',
        at: stepOf(ground[0]),
        spot: airport,
        berth: null,
        passage: null,
        between: [before[0], after[0]],
      },
    ];
  });
}

/** Without the stretches that show nothing: first those on the ground that are none, then the flights that leave no airport. */
function settled(fixes: readonly TrackFix[], airportAt: (index: number | undefined) => Spot | null): Stretch[] {
  const landed = joined(stretchesOf(fixes).filter((one, index, all) => one.flies || isStay(fixes, one, all[index - 1], all[index + 1])));
  return joined(
    landed.filter(({ flies, held }, index) => {
      const field = airportAt(landed[index - 1]?.held.at(-1));
      return !flies || field === null || held.some((one) => airportAt(one) !== field);
    }),
  );
} // prettier-ignore

function isStay(fixes: readonly TrackFix[], { held }: Stretch, before?: Stretch, after?: Stretch): boolean {
  const [down, up] = [fixes[before?.held.at(-1) ?? -1], fixes[after?.held[0] ?? -1]];
  if (down && up) return up[0] - down[0] >= LEAST_GROUND_SECONDS;
  return !down || held.length >= LEAST_GROUND_FIXES;
}

function stretchesOf(fixes: readonly TrackFix[]): Stretch[] {
  return joined(
    [...fixes.keys()].flatMap((index): Stretch[] => {
      const knots = speedAt(fixes, index);
      if (knots === null || (knots >= ROLLING_KNOTS && knots < FLYING_KNOTS)) return [];
      return [{ flies: knots >= FLYING_KNOTS, held: [index] }];
    }),
  );
}

/** The same position told again without a speed says only that nothing new was heard. */
function speedAt(fixes: readonly TrackFix[], index: number): number | null {
  const [before, fix] = [fixes[index - 1], fixes[index]];
  const isStale = fix?.[3] === null && before?.[1] === fix[1] && before[2] === fix[2];
  return isStale ? null : knotsAt(fixes, index);
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: { flies: boolean; held: number[] }[] = [];
  for (const { flies, held } of stretches) {
    const last = found.at(-1);
    if (last?.flies === flies) last.held.push(...held);
    else found.push({ flies, held: [...held] });
  }
  return found;
}
