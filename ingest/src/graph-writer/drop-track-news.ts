import { dropTrackNews } from 'graph-schema/cypher/write/drop-track-news';
import type { Graph } from './graph.ts';

/** Takes tracks off the list of those whose calls are to be derived, as they were when they were read. */
export async function dropNews(
  graph: Graph,
  tracks: readonly { key: string; turn: number }[],
): Promise<void> {
  const rows = tracks.map(({ key, turn }): [string, number] => [key, turn]);
  await graph.write((tx) => tx.run(dropTrackNews, { rows }));
}
