import type { ReportedTime } from '../../time/wall-clock.ts';
import type { EtaChange, EtaSeries, EtaTelling } from './eta.graphql.ts';

/** One telling on the plot. All of it is epoch milliseconds; `low` and `high` are null where no band was told. */
export interface PlotPoint {
  readonly at: number;
  readonly due: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** What one source told, in the order in which it told it; never empty. */
export interface PlotLine {
  readonly source: EtaSeries['source'];
  readonly points: readonly PlotPoint[];
}

/** Tellings of the arrival: across, when each was told; up, the arrival that it tells of. Epoch milliseconds. */
export interface EtaPlot {
  readonly lines: readonly PlotLine[];
  /** What was relied on, at each time; empty where nothing was. */
  readonly answer: readonly PlotPoint[];
  readonly arrived: number | null;
  /** In how many of a hundred cases it comes within the band; null: no band was told. */
  readonly confidence: number | null;
  readonly told: Span;
  readonly due: Span;
  /** How far the clock of the place of arrival is ahead of UTC, in minutes: both axes are read on it. */
  readonly offsetMinutes: number;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

interface PlotInput {
  readonly series: readonly EtaSeries[];
  readonly changes: readonly EtaChange[];
  readonly arrived: ReportedTime | null;
  /** The service's now. */
  readonly now: number;
}

const HOUR = 3_600_000;
const ROOM_AHEAD = 0.06;

/** Null: fewer than two words were told of the carriage that counts now, so that there is no course to draw. */
export function plotOf({ series, changes, arrived, now }: PlotInput): EtaPlot | null {
  const lines = series.flatMap(({ source, tellings }) => {
    const told = standingTellings(tellings);
    return told.length === 0 ? [] : [{ source, points: told.map(pointOf) }];
  });
  const all = lines.flatMap(({ points }) => points);
  if (all.length < 2) return null;
  const end = arrived ? Date.parse(arrived.instant) : null;
  const ats = all.map(({ at }) => at);
  const first = Math.min(...ats);
  const latest = Math.max(first + HOUR, ...ats, Math.min(now, end ?? now));
  // What is told now stands on for a little, so that the newest of it is seen.
  const last = end === null ? latest + (latest - first) * ROOM_AHEAD : latest;
  const answer = changes
    .map(({ at, to, band }) => pointOf({ toldAt: at, time: to, band }))
    .map((point) => ({ ...point, at: Math.max(first, point.at) }))
    .filter(({ at }) => at <= last);
  const dues = [...all, ...answer].flatMap(({ due, low, high }) => [due, low ?? due, high ?? due]);
  const due = padded(Math.min(...dues, end ?? Infinity), Math.max(...dues, end ?? -Infinity));
  const clock = arrived ?? changes.at(-1)?.to ?? series.flatMap(({ tellings }) => tellings).at(-1)?.time;
  const band = series.flatMap(({ tellings }) => tellings).findLast((one) => one.isOnTarget && one.band)?.band ?? null;
  return {
    lines,
    answer,
    arrived: end,
    confidence: band && band.confidence,
    told: { from: first, to: last },
    due,
    offsetMinutes: clock ? minutesAhead(clock) : 0,
  };
} // prettier-ignore

/** What counts of what a source told: of this carriage, and no plan that it repeats after an estimate of its own. */
function standingTellings(tellings: readonly EtaTelling[]): EtaTelling[] {
  const onTarget = tellings.filter(({ isOnTarget }) => isOnTarget);
  const estimated = onTarget.findIndex(({ basis }) => basis !== 'PLANNED');
  return onTarget.filter(({ basis }, index) => basis !== 'PLANNED' || estimated < 0 || index < estimated);
}

function pointOf({ toldAt, time, band }: Pick<EtaTelling, 'toldAt' | 'time' | 'band'>): PlotPoint {
  return {
    at: Date.parse(toldAt),
    due: Date.parse(time.instant),
    low: band && Date.parse(band.from.instant),
    high: band && Date.parse(band.to.instant),
  };
}

/** A little room above and below, and three hours where all say the same. */
function padded(from: number, to: number): Span {
  const room = Math.max((to - from) * 0.08, 1.5 * HOUR);
  return { from: from - room, to: to + room };
}

function minutesAhead({ local, instant }: ReportedTime): number {
  return Math.round((Date.parse(`${local}Z`) - Date.parse(instant)) / 60_000);
}
