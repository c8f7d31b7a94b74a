import { progressOf, type EtaFix, type EtaWay } from 'graph-schema/domain/eta/predict-way';

const HOUR_MS = 3_600_000;
const LIMITS = { offNmMax: 120, knotsMax: 60 };
const RECENT_MS = 24 * HOUR_MS;

export const PLAIN_MODEL =
  'Miles left along the same way divided by the mean speed under way of the last 24 h (standing left out; without any, the schedule’s speed), from the newest position received.';

/** Distance by speed, as any chart plotter does it. */
export function plainEta(
  way: EtaWay,
  fixes: readonly EtaFix[],
  movingKnots: number,
  usualKnots: number,
): number | null {
  const left = way.stops.findLast(({ departedAt }) => departedAt !== null);
  const since = left?.departedAt ? { at: left.departedAt, alongNm: left.atNm } : null;
  const progress = progressOf(fixes, way.line, { ...LIMITS, since });
  const last = progress.at(-1);
  const end = way.stops.at(-1);
  if (!last || !end) return null;
  let [nm, hours] = [0, 0];
  progress.forEach((now, index) => {
    const before = progress[index - 1];
    if (!before || before.at < last.at - RECENT_MS) return;
    const [miles, time] = [now.alongNm - before.alongNm, (now.at - before.at) / HOUR_MS];
    if (miles < time * movingKnots) return;
    nm += miles;
    hours += time;
  });
  const knots = hours > 0 ? nm / hours : usualKnots;
  return last.at + (Math.max(0, end.atNm - last.alongNm) / knots) * HOUR_MS;
}
