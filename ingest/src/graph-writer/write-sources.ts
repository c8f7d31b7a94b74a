import { syncSources } from 'graph-schema/cypher/write/sync-sources';
import type { SourceProfile } from 'graph-schema/domain/source';
import type { Graph } from './graph.ts';

type SourceRow = NonNullable<(typeof syncSources)['params']>['rows'][number];

/** Writes what readers may know of the sources: never their keys. */
export async function writeSources(graph: Graph, profiles: readonly SourceProfile[]): Promise<void> {
  const rows = profiles.map((profile): SourceRow => {
    const { keySha256, ...shown } = profile;
    const { id, name, nameZh, kind } = profile;
    const trust = Object.keys(profile.trust).length > 0 ? JSON.stringify(profile.trust) : null;
    return [id, name, nameZh, kind, trust, JSON.stringify({ ...shown, hasKey: keySha256 !== null })];
  });
  await graph.write((tx) => tx.run(syncSources, { rows: rows.sort(([a], [b]) => (a < b ? -1 : 1)) }));
}
