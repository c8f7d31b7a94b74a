import { syncSources } from 'graph-schema/cypher/write/sync-sources';
import type { SourceProfile } from 'graph-schema/domain/source';
import type { Graph } from './graph.ts';

/** Writes what readers may know of the sources: never their keys. */
export async function writeSources(graph: Graph, profiles: readonly SourceProfile[]): Promise<void> {
  const rows = profiles.map((profile): [string, string, string | null, string, string] => {
    const { keySha256, ...shown } = profile;
    const { id, name, nameZh, kind } = profile;
    return [id, name, nameZh, kind, JSON.stringify({ ...shown, hasKey: keySha256 !== null })];
  });
  await graph.write((tx) => tx.run(syncSources, { rows: rows.sort(([a], [b]) => (a < b ? -1 : 1)) }));
}
