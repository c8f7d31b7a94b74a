import type { Logger } from 'pino';
import { lastReceipts } from 'graph-schema/cypher/read/source-activity';
import type { SourceProfile } from 'graph-schema/domain/source';
import type { Graph } from '../graph-writer/graph.ts';
import { writeSources } from '../graph-writer/write-sources.ts';
import { silentSources } from './silence.ts';
import type { SourceRegistry } from './source-registry.ts';

export interface SourceWatch {
  /** Brings the graph's copy of the profiles up to date and looks who is silent. Never throws. */
  look(): Promise<void>;
  readonly silent: ReadonlySet<string>;
}

/** Keeps readers informed of the sources, and says once when one falls silent and when it is heard again. */
export function watchSources(
  sources: SourceRegistry,
  graph: Graph,
  now: () => number,
  log: Logger,
): SourceWatch {
  const startedAt = now();
  const silent = new Set<string>();
  let written = '';

  const sync = async (profiles: readonly SourceProfile[]): Promise<void> => {
    const doubts = sources.doubts();
    const ids = new Set(profiles.map(({ id }) => id));
    const refused = [...doubts.keys()].filter((id) => !ids.has(id)).map((id) => sources.getOrUnknown(id));
    const shown = [...profiles, ...refused];
    const state = JSON.stringify([shown, [...doubts]]);
    if (state === written) return;
    await writeSources(graph, shown, doubts);
    written = state;
  };
  const listen = async (profiles: readonly SourceProfile[]): Promise<void> => {
    const expected = profiles.filter(({ silentAfterMinutes }) => silentAfterMinutes !== null);
    if (expected.length === 0) return silent.clear();
    const rows = await graph.read((tx) => tx.run(lastReceipts, { sources: expected.map(({ id }) => id) }));
    const heard = new Map(rows.flatMap(({ source, at }) => (at ? [[source, Date.parse(at)] as const] : [])));
    const found = new Set(silentSources(expected, heard, startedAt, now()));
    for (const id of found) if (!silent.has(id)) log.warn({ source: id }, 'source is silent');
    for (const id of silent) if (!found.has(id)) log.info({ source: id }, 'source is heard again');
    silent.clear();
    for (const id of found) silent.add(id);
  };
  return {
    silent,
    async look() {
      const profiles = sources.list();
      try {
        await sync(profiles);
        await listen(profiles);
      } catch (error) {
        log.debug({ err: error }, 'sources not looked at');
      }
    },
  };
}
