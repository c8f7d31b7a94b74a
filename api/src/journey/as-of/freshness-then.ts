import { findMeans } from 'graph-schema/cypher/read/means-of-transport';
import type { JourneyFacts } from 'graph-schema/domain/journey/facts';
import { heardBy, shipsOf, withSilences } from 'graph-schema/facts/freshness';
import { positionGaps } from 'graph-schema/facts/position-gaps';
import type { GraphReader } from '../../graph.ts';
import { lastPoint, trackLoader } from '../read-tracks.ts';

/** A ship that was not seen for so long has no position that anybody waits for. */
const SEEN_WITHIN_MS = 30 * 86_400_000;

/** When sources had been heard by an instant (epoch milliseconds), and ships seen by what had been received by then. */
export async function freshnessThen(
  graph: GraphReader,
  facts: readonly JourneyFacts[],
  at: number,
): Promise<Required<Pick<JourneyFacts, 'heard' | 'positions' | 'gaps'>>> {
  const keys = shipsOf(facts);
  const means = keys.length === 0 ? [] : await graph.run(findMeans, { keys });
  const tracks = trackLoader(graph);
  const last = means.map(async ({ asked, key }): Promise<[string, number][]> => {
    const point = await lastPoint((stretch) => tracks.load(stretch), {
      key,
      from: at - SEEN_WITHIN_MS,
      until: at,
      knownBy: at,
    });
    return point ? [[asked, point[0] * 1000]] : [];
  });
  const seen = (await Promise.all(last)).flat();
  const heard = await heardBy(graph, facts, new Date(at).toISOString());
  return {
    heard: await withSilences(graph, facts, heard, at),
    positions: new Map(seen),
    gaps: await positionGaps(graph, means, facts, at, at),
  };
}
