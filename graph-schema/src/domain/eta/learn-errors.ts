import { errorKey } from './learn-keys.ts';
import type { LearnedEntry } from './learn-samples.ts';

/** One source says once when it arrives. Epoch milliseconds. */
export interface LegTelling {
  readonly source: string;
  readonly receivedAt: number;
  readonly eta: number;
}

const HOUR_MS = 3_600_000;

/** How wrong each source was so many hours before the arrival, by what it had said last by then. */
export function errorEntries(
  leg: {
    readonly id: string;
    readonly arrivedAt: number;
    readonly closedAt: number;
    readonly tellings: readonly LegTelling[];
  },
  horizonHours: readonly number[],
): LearnedEntry[] {
  const bySource = new Map<string, LegTelling[]>();
  for (const telling of leg.tellings) {
    const list = bySource.get(telling.source);
    if (list) list.push(telling);
    else bySource.set(telling.source, [telling]);
  }
  return [...bySource].flatMap(([source, tellings]) =>
    horizonHours.flatMap((hours): LearnedEntry[] => {
      const last = lastBy(tellings, leg.arrivedAt - hours * HOUR_MS);
      if (!last) return [];
      const value = (leg.arrivedAt - last.eta) / HOUR_MS;
      return [{ key: errorKey(source, hours), leg: leg.id, closedAt: leg.closedAt, value }];
    }),
  );
}

/** Of one instant the later time counts, so that the order in which they are given does not. */
function lastBy(tellings: readonly LegTelling[], until: number): LegTelling | null {
  let last: LegTelling | null = null;
  for (const one of tellings) {
    if (one.receivedAt > until) continue;
    const isLater =
      !last || one.receivedAt > last.receivedAt || (one.receivedAt === last.receivedAt && one.eta > last.eta);
    if (isLater) last = one;
  }
  return last;
}
