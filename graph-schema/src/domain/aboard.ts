import type { IdentifierKey } from './identifier.ts';

/** What a claim about a box (or a consignment without boxes) says of the run that carries it. */
export interface CarriageClaim {
  readonly at: number;
  readonly code: string;
  readonly classifier: string;
  readonly run: IdentifierKey | null;
}

/** A stretch of time for which something is aboard a run, and inherits what happens to it. */
export interface Aboard {
  readonly run: IdentifierKey;
  /** Epoch milliseconds; from the loading, or from the first claim that names the run. */
  readonly from: number;
  /** The discharge from it, or the loading on the next; null while it is aboard. */
  readonly to: number | null;
}

/** Minutes of slack at both ends: the run's own departure is often stamped a little before the last box is. */
const SLACK_MS = 30 * 60_000;

/**
 * Derives which runs a box was aboard, and when, from the claims about it that name a run. Evidence of loading and
 * discharge bounds a stay; a paper that only names the run (a consignment note) opens it at its own time.
 */
export function aboardOf(claims: readonly CarriageClaim[]): Aboard[] {
  const named = claims
    .filter((c): c is CarriageClaim & { run: IdentifierKey } => c.run !== null && c.classifier === 'ACTUAL')
    .sort((a, b) => a.at - b.at || (a.run < b.run ? -1 : 1));
  const byRun = new Map<IdentifierKey, { from: number; loaded: number | null; off: number | null }>();
  for (const claim of named) {
    const stay = byRun.get(claim.run) ?? { from: claim.at, loaded: null, off: null };
    if (claim.code === 'LOADED')
      stay.loaded = stay.loaded === null ? claim.at : Math.min(stay.loaded, claim.at);
    if (claim.code === 'DISCHARGED') stay.off = stay.off === null ? claim.at : Math.max(stay.off, claim.at);
    stay.from = Math.min(stay.from, claim.at);
    byRun.set(claim.run, stay);
  }
  const stays = [...byRun].map(([run, stay]) => ({ run, from: stay.loaded ?? stay.from, off: stay.off }));
  stays.sort((a, b) => a.from - b.from || (a.run < b.run ? -1 : 1));
  return stays.map((stay, index) => {
    const next = stays[index + 1];
    const to = stay.off ?? next?.from ?? null;
    return { run: stay.run, from: stay.from - SLACK_MS, to: to === null ? null : to + SLACK_MS };
  });
}
