import { standingAt, type RetractionMark, type SaidClaim } from './standing-at.ts';

/**
 * When a claim that stands no more was taken back last, epoch milliseconds; null: it stands, or it never did, being told of after what
 * takes it back. `retractions`: all of its threads; those of others may be among them. `until`: as it was at that instant, epoch
 * milliseconds, whatever came later; left out: as it is.
 */
export function wentAt(claim: SaidClaim, retractions: readonly RetractionMark[], until = Infinity): number | null {
  const threads = new Set(claim.said.map(({ thread }) => thread));
  const own = retractions.filter(({ thread }) => threads.has(thread));
  const turns = [
    ...claim.said.flatMap((one) => [one.knownAt ?? one.voice.receivedAt, one.until]),
    ...own.flatMap((one) => [one.receivedAt, one.until]),
  ];
  const all = new Set(turns.flatMap((turn) => (turn == null ? [] : Date.parse(turn))));
  const instants = [...all].filter((at) => at <= until).sort((a, b) => a - b);
  const stood = instants.map((at) => standingAt([claim], own, at).length > 0);
  const last = stood.lastIndexOf(true);
  return last < 0 ? null : (instants[last + 1] ?? null);
} // prettier-ignore
