import { statement } from '../statement.ts';

/** What is known of the sources, for readers: written when a profile changes, not for every message. */
export const syncSources = statement<{
  rows: [
    id: string,
    name: string,
    nameZh: string | null,
    kind: string,
    trust: string | null,
    profile: string,
  ][];
}>(
  'syncSources',
  `UNWIND $rows AS r
MERGE (s:Source {id: r[0]})
SET s.name = r[1], s.nameZh = r[2], s.kind = r[3], s.trust = r[4], s.profile = r[5]`,
);
