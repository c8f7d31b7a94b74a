import type { SourcePace } from 'graph-schema/cypher/read/source-pace';
import type { SourceProfile } from 'graph-schema/domain/source';

/** How long the messages of a source wait, seconds. */
export interface SourceLag {
  readonly median: number;
  readonly most: number;
}

/**
 * Null: nothing was read, or the source says by itself when its messages were received, so that nobody knows when they came. A clock that
 * was set back meanwhile makes no message read before it came.
 */
export function lagOf(
  profile: Pick<SourceProfile, 'mayStateReceivedAt'> | null,
  pace: Pick<SourcePace, 'lagMedianMs' | 'lagMostMs'> | undefined,
): SourceLag | null {
  const { lagMedianMs = null, lagMostMs = null } = pace ?? {};
  if (lagMedianMs === null || lagMostMs === null || profile?.mayStateReceivedAt) return null;
  return { median: Math.max(0, lagMedianMs) / 1000, most: Math.max(0, lagMostMs) / 1000 };
}
