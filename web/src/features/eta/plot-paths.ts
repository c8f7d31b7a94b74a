import type { EtaPlot, PlotPoint, Span } from './eta-plot.ts';

/** Drawn in a square of 100 by 100 that is stretched over the plot; up is later. */
const SIZE = 100;

/** Where an instant stands in a span, in hundredths of it. */
export function percentOf(instant: number, { from, to }: Span): number {
  return round(((instant - from) / (to - from)) * SIZE);
}

const across = (plot: EtaPlot, at: number) => percentOf(at, plot.told);
const down = (plot: EtaPlot, due: number) => round(SIZE - percentOf(due, plot.due));

/** What a source says stands until it says something else: level, then a step. */
export function stepPath(plot: EtaPlot, points: readonly PlotPoint[]): string {
  const steps = points.map(({ at, due }, index) =>
    index === 0 ? `M${across(plot, at)} ${down(plot, due)}` : `H${across(plot, at)}V${down(plot, due)}`,
  );
  return steps.length === 0 ? '' : `${steps.join('')}H${SIZE}`;
}

/** A dot where something was told: a stroke without length, which round ends make a dot of. */
export function dotPath(plot: EtaPlot, points: readonly PlotPoint[]): string {
  return points.map(({ at, due }) => `M${across(plot, at)} ${down(plot, due)}h0`).join('');
}

/** Between which times it comes, for as long as that is what is told; empty where nobody says. */
export function bandPath(plot: EtaPlot, points: readonly PlotPoint[]): string {
  return points
    .map(({ at, low, high }, index) => {
      if (low === null || high === null) return '';
      const next = points[index + 1];
      const [left, right] = [across(plot, at), next ? across(plot, next.at) : SIZE];
      return `M${left} ${down(plot, high)}H${right}V${down(plot, low)}H${left}Z`;
    })
    .join('');
}

/** Level across the whole plot. */
export function levelPath(plot: EtaPlot, due: number): string {
  return `M0 ${down(plot, due)}H${SIZE}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
