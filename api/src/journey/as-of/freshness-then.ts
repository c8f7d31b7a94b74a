import { findMeans } from 'graph-schema/cypher/read/means-of-transport';
import type { JourneyFacts } from 'graph-schema/domain/journey/facts';
import { heardBy, shipsOf, withSilences } from 'graph-schema/facts/freshness';
import type { GraphReader } from '../../graph.ts';
import { readTracks } from '../read-tracks.ts';

/** A ship that was not seen for so long has no position that anybody waits for. */
const SEEN_WITHIN_MS = 30 * 86_400_000;

/** When sources had been heard by an instant (epoch milliseconds), and ships seen by what had been received by then. */
export async function freshnessThen(
  graph: GraphReader,
  facts: readonly JourneyFacts[],
  at: number,
): Promise<Required<Pick<JourneyFacts, 'heard' | 'positions'>>> {
  const keys = shipsOf(facts);
  const means = keys.length === 0 ? [] : await graph.run(findMeans, { keys });
  const stretches = means.map(({ key }) => ({ key, from: at - SEEN_WITHIN_MS, until: at, knownBy: at }));
  const tracks = stretches.length === 0 ? [] : await readTracks(graph, stretches);
  const seen = means.flatMap(({ asked }, index): [string, number][] => {
    const last = tracks[index]?.at(-1);
    return last ? [[asked, last[0] * 1000]] : [];
  });
  const heard = await heardBy(graph, facts, new Date(at).toISOString());
  return { heard: await withSilences(graph, facts, heard, at), positions: new Map(seen) };
}
