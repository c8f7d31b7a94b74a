import { join } from 'node:path';
import { filledFolder } from './cache.mjs';
import { copyArtifacts } from './maven.mjs';
import { cacheFolder } from './paths.mjs';

export const NEO4J_VERSION = '5.26.16';

/** Folder with the jars of Neo4j Community, fetched once per machine. */
export async function ensureNeo4jJars({ log }) {
  const folder = join(cacheFolder(), `neo4j-${NEO4J_VERSION}`);
  const fill = (draft) =>
    log.step(`fetch Neo4j ${NEO4J_VERSION} (about 116 MB, once)`, () =>
      copyArtifacts([`org.neo4j:neo4j:${NEO4J_VERSION}`, `org.neo4j.app:neo4j-server:${NEO4J_VERSION}`], {
        into: draft,
        transitive: true,
        log,
      }),
    );
  return (await filledFolder(folder, fill)).folder;
}
