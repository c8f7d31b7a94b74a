import type { FactClaim } from './facts.ts';
import type { Milestone } from './milestone.ts';
import { REACHED_IN_PARTS } from './parts.ts';
import { rankOfVoice } from './precedence.ts';

/** Air waybills and bookings say how many pieces the whole consignment has; its house waybills only how many are theirs. */
const SAYS_THE_WHOLE = /^(?:BL_|BOOKING_)/;

/** How many pieces somebody said that there are. */
interface Word {
  readonly pieces: number;
  /** Of a whole: `6/10`, or on its paper. Else what was counted, and there may be more. */
  readonly isTotal: boolean;
  readonly saidAt: number;
  readonly rank: number;
}

/**
 * How many pieces the consignment has: what the source said last that counts first for its papers, so that who amends ten
 * to nine is believed; but never less than the same source counts afterwards. Where nobody names a whole, the most counted.
 */
export function totalOf(milestones: readonly Milestone[]): number {
  const words = new Map<string, Word[]>();
  for (const claim of milestones.flatMap((m) => m.claims))
    for (const [source, word] of wordsOf(claim)) words.set(source, [...(words.get(source) ?? []), word]);
  const named = [...words.values()].filter((said) => said.some(({ isTotal }) => isTotal));
  if (named.length === 0) return Math.max(0, ...[...words.values()].flat().map(({ pieces }) => pieces));
  const rankOf = (said: readonly Word[]) => Math.min(...said.map(({ rank }) => rank));
  const first = Math.min(...named.map(rankOf));
  // Of sources that count alike, whoever names more pieces: none of them is left behind.
  return Math.max(...named.filter((said) => rankOf(said) === first).map(lastTotal));
}

function lastTotal(said: readonly Word[]): number {
  const totals = said.filter(({ isTotal }) => isTotal);
  const at = Math.max(...totals.map(({ saidAt }) => saidAt));
  const since = said.filter((word) => word.saidAt > at || (word.saidAt === at && word.isTotal));
  return Math.max(...since.map(({ pieces }) => pieces));
}

/** A claim's word for each source that makes it. Who repeats a message says nothing newer. */
function wordsOf({ event, voices }: FactClaim): [source: string, word: Word][] {
  const { quantity, code, classifier, equipment, documents } = event;
  if (classifier !== 'ACTUAL' || equipment || quantity?.pieces == null) return [];
  const isPaper =
    SAYS_THE_WHOLE.test(code) && documents.length > 0 && documents.every(({ scheme }) => scheme === 'AWB');
  if (quantity.ofPieces === null && !isPaper && !REACHED_IN_PARTS.has(code)) return [];
  const isTotal = quantity.ofPieces !== null || isPaper;
  const pieces = quantity.ofPieces ?? quantity.pieces;
  const firstSaid = new Map<string, Word>();
  for (const { source, receivedAt } of voices) {
    const saidAt = Math.min(Date.parse(receivedAt), firstSaid.get(source.id)?.saidAt ?? Infinity);
    firstSaid.set(source.id, { pieces, isTotal, saidAt, rank: rankOfVoice('BL_ISSUED', source) });
  }
  return [...firstSaid];
}
