import { isDerived, type FactClaim } from '../journey/facts.ts';
import { isSamePlace } from '../journey/destination.ts';
import type { RunOf } from '../journey/same-run.ts';
import type { RunLeg } from './awaited-arrival.ts';
import { arrivalOf } from './derive-eta.ts';
import type { LegTelling } from './learn-errors.ts';
import type { ClosedLeg } from './learn.ts';
import type { MeasuredWay, PlannedStop } from './planned-way.ts';
import { tellingsOf, type EtaTarget } from './telling.ts';

const HOUR_MS = 3_600_000;

/**
 * What a carriage that is over teaches: stays, passages, and how wrong everybody was. `stops` and `way` with the canals and
 * borders on it, of which nobody tells how long they took: the pace between two calls is that of all of its parts. Null
 * where the arrival is told by the day alone.
 */
export function closedLeg(
  { leg, run, mode, key }: RunLeg,
  carrier: string | null,
  claims: readonly FactClaim[],
  runOf: RunOf,
  stops: readonly PlannedStop[],
  { atNm }: MeasuredWay,
  dwellHours: Readonly<Record<PlannedStop['kind'], number>>,
): ClosedLeg | null {
  const target = { run, place: leg.to };
  const arrival = arrivalOf(claims, target, leg, runOf);
  if (!arrival || arrival.time.precision === 'DAY') return null;
  const arrivedAt = Date.parse(arrival.time.instant);
  const cameAt = Math.min(arrivedAt, ...seenComing(claims, target, runOf));
  const isSeen = cameAt < arrivedAt;
  const told = stops.map((stop, index) => {
    const isLast = index === stops.length - 1;
    return isLast ? { ...stop, arrivedAt: cameAt, departedAt: isSeen ? arrivedAt : null } : stop;
  });
  return {
    id: key,
    mode,
    carrier,
    arrivedAt,
    closedAt: Math.max(arrival.heardAt, arrivedAt),
    stays: told.slice(1).flatMap(({ kind, place, arrivedAt: from, departedAt: to }) =>
      from !== null && to !== null ? [{ kind, place, arrivedAt: from, departedAt: to }] : [],
    ),
    passages: passagesOf(told, atNm, dwellHours),
    tellings: tellingsOf(claims, target, runOf, arrival.heardAt).flatMap((one): LegTelling[] => {
      const isForecast = one.basis !== 'PLANNED' && one.isOnTarget && one.run !== null;
      const isArrival = one.code === 'ARRIVED' || one.code === 'BERTHED';
      if (!isForecast || !isArrival || one.receivedAt >= arrivedAt) return [];
      return [{ source: one.voice.source.id, receivedAt: one.receivedAt, eta: Date.parse(one.time.instant) }];
    }),
  };
} // prettier-ignore

/** Positions show a ship in the roads before anybody tells of her at the berth. */
function seenComing(claims: readonly FactClaim[], { run, place: end }: EtaTarget, runOf: RunOf): number[] {
  return claims.flatMap((claim) => {
    const { code, classifier, place, time } = claim.event;
    const isThere = place !== null && end !== null && isSamePlace(place, end) && runOf(claim) === run;
    const isSeen = code === 'ARRIVED' && classifier === 'ACTUAL' && isDerived(claim);
    return isThere && isSeen ? [Date.parse(time.instant)] : [];
  });
}

function passagesOf(
  stops: readonly PlannedStop[],
  atNm: readonly number[],
  dwellHours: Readonly<Record<PlannedStop['kind'], number>>,
): ClosedLeg['passages'] {
  const passages: ClosedLeg['passages'][number][] = [];
  let from = 0;
  stops.forEach((stop, to) => {
    if (to === 0 || stop.arrivedAt === null) return;
    const left = stops[from]?.departedAt ?? null;
    const between = stops.slice(from + 1, to);
    const stood = between.reduce((sum, { kind }) => sum + dwellHours[kind], 0);
    const nm = (atNm[to] ?? 0) - (atNm[from] ?? 0);
    const hours = left === null ? 0 : (stop.arrivedAt - left) / HOUR_MS - stood;
    if (left !== null && nm > 0 && hours > 0)
      for (let at = from + 1; at <= to; at += 1) {
        const own = (atNm[at] ?? 0) - (atNm[at - 1] ?? 0);
        const arrivedAt = left + (own / nm) * hours * HOUR_MS;
        passages.push({ from: stops[at - 1]?.place ?? '', to: stops[at]?.place ?? '', nm: own, departedAt: left, arrivedAt }); // prettier-ignore
      }
    from = to;
  });
  return passages;
}
