import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { SourceProfile } from 'graph-schema/domain/source';
import { z } from 'zod';

const profile = z.object({
  id: z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/),
  name: z.string(),
  nameZh: z.string().nullable().default(null),
  kind: z.enum([
    'TERMINAL',
    'CARRIER',
    'CUSTOMS',
    'RAIL',
    'AIRLINE',
    'FORWARDER',
    'AIS',
    'OPERATOR',
    'INTERNAL',
  ]),
  defaultZone: z.string().default('UTC'),
  defaultCharset: z.string().default('gb18030'),
  scac: z.string().nullable().default(null),
  placeAliases: z.record(z.string(), z.string()).default({}),
  keySha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
  mayStateReceivedAt: z.boolean().default(false),
});

/** Who may send, read from `sources.json` in the data folder; an edited file counts from the next message on. */
export interface SourceRegistry {
  find(id: string): SourceProfile | null;
  /** For messages stored under a source that was taken out since. */
  getOrUnknown(id: string): SourceProfile;
  /** By the key that a push carries; null when nobody has it. */
  findByKey(key: string): SourceProfile | null;
}

export function openSourceRegistry(file: string, onError: (error: unknown) => void): SourceRegistry {
  let readAt = -1;
  let byId = new Map<string, SourceProfile>();
  let byKey = new Map<string, SourceProfile>();
  const refresh = () => {
    try {
      const { mtimeMs } = statSync(file);
      if (mtimeMs === readAt) return;
      const profiles = z.array(profile).parse(JSON.parse(readFileSync(file, 'utf8')));
      byId = new Map(profiles.map((p) => [p.id, p]));
      byKey = new Map(profiles.flatMap((p) => (p.keySha256 ? [[p.keySha256, p] as const] : [])));
      readAt = mtimeMs;
    } catch (error) {
      // A half-edited file keeps the last good state; no file means no sources yet.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) onError(error);
    }
  };
  const find = (id: string) => {
    refresh();
    return byId.get(id) ?? null;
  };
  return {
    find,
    getOrUnknown: (id) => find(id) ?? unknownSource(id),
    findByKey(key) {
      refresh();
      return byKey.get(createHash('sha256').update(key).digest('hex')) ?? null;
    },
  };
}

function unknownSource(id: string): SourceProfile {
  return {
    id,
    name: id,
    nameZh: null,
    kind: 'OPERATOR',
    defaultZone: 'UTC',
    defaultCharset: 'gb18030',
    scac: null,
    placeAliases: {},
    keySha256: null,
    mayStateReceivedAt: false,
  };
}
