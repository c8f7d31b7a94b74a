import { standingReading, type StandingAttestation } from 'graph-schema/cypher/read/standing-reading';
import type { RetractionRow } from 'graph-schema/cypher/write/record-retractions';
import type { Graph } from './graph.ts';
import { rowOf, type PlannedClaim } from './plan-batch.ts';

/**
 * Whether a raw message that is read again says just what it was concluded to say: then nothing follows from it anew.
 * After a format was corrected nearly all stored messages are so, and to conclude each again takes a hundred times as long.
 */
export async function standsAlready(
  graph: Pick<Graph, 'read'>,
  raw: string,
  claims: readonly PlannedClaim[],
  retractions: readonly RetractionRow[],
): Promise<boolean> {
  const [standing] = await graph.read((tx) => tx.run(standingReading, { raw }));
  if (!standing || (standing.outcome !== 'READ' && standing.outcome !== 'UNREADABLE')) return false;
  return (
    isSame(standing.attested.map(wordsOf), claims.map(attestationOf).map(wordsOf)) &&
    isSame(
      standing.retracted.map((row) => row.join(' ')),
      retractions.map(([, , ...row]) => row.join(' ')),
    )
  );
}

function attestationOf(planned: PlannedClaim): StandingAttestation {
  const [id, , , , , documents, run, claim, ref, start, end, recordedAt, thread, version, replaces] =
    rowOf(planned);
  const keys = [...new Set([planned.subject, ...planned.contents])];
  return [id, [...documents], run, claim, ref, start, end, recordedAt, thread, version, replaces, keys];
}

function wordsOf(attestation: StandingAttestation): string {
  const keys = attestation[11];
  return JSON.stringify([...attestation.slice(0, 11), [...keys].sort()]);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const sorted = [...b].sort();
  return [...a].sort().every((words, index) => words === sorted[index]);
}
