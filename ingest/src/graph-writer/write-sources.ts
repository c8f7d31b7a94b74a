import { syncSources } from 'graph-schema/cypher/write/sync-sources';
import type { SettingDoubt, SourceProfile } from 'graph-schema/domain/source';
import type { Graph } from './graph.ts';

type SourceRow = NonNullable<(typeof syncSources)['params']>['rows'][number];

/** Writes what readers may know of the sources, and what is wrong with their settings: never their keys. */
export async function writeSources(
  graph: Graph,
  profiles: readonly SourceProfile[],
  doubts: ReadonlyMap<string, readonly SettingDoubt[]> = new Map(),
): Promise<void> {
  const rows = profiles.map((profile): SourceRow => {
    const { keySha256, ...shown } = profile;
    const { id, name, nameZh, kind } = profile;
    const trust = Object.keys(profile.trust).length > 0 ? JSON.stringify(profile.trust) : null;
    const settings = { ...shown, hasKey: keySha256 !== null, doubts: doubts.get(id) ?? [] };
    return [id, name, nameZh, kind, trust, JSON.stringify(settings)];
  });
  await graph.write((tx) => tx.run(syncSources, { rows: rows.sort(([a], [b]) => (a < b ? -1 : 1)) }));
}
