import { quantile } from 'graph-schema/domain/eta/learn-samples';

export interface ErrorFigures {
  /** Runs of which something was told by then. */
  readonly runs: number;
  readonly meanHours: number;
  readonly p90Hours: number;
}

const HOUR_MS = 3_600_000;

/** Mean and P90 of the absolute errors; null entries: nothing told by then. */
export function figuresOf(errors: readonly (number | null)[]): ErrorFigures {
  const hours = errors.filter((error) => error !== null).map((error) => Math.abs(error) / HOUR_MS);
  const mean = hours.reduce((sum, one) => sum + one, 0) / Math.max(1, hours.length);
  return { runs: hours.length, meanHours: tenth(mean), p90Hours: tenth(quantile(hours, 0.9) ?? 0) };
}

/** Changes that the next one took back by at least half. */
export function takenBack(etas: readonly number[]): number {
  const moves = etas.slice(1).map((eta, index) => eta - (etas[index] ?? eta)).filter((move) => move !== 0); // prettier-ignore
  return moves.filter((move, index) => {
    const before = moves[index - 1];
    return (
      before !== undefined && Math.sign(move) !== Math.sign(before) && Math.abs(move) >= Math.abs(before) / 2
    );
  }).length;
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
