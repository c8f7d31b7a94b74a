import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PROFILE_DEFAULTS, type SourceProfile } from 'graph-schema/domain/source';
import type { TableMapping } from 'graph-schema/domain/table-mapping';
import { z } from 'zod';
import { FORMATS } from '../formats/index.ts';
import { openEditedFile, replaceFile } from '../settings-files/edited-file.ts';
import { INTERNAL_SOURCES } from './internal-sources.ts';
import { tableMapping } from './table-mapping-shape.ts';

const words = z.array(z.string()).nullable().default(null);
const names = z.record(z.string(), z.string()).default({});

const profile = z.object({
  id: z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/),
  name: z.string(),
  nameZh: z.string().nullable().default(PROFILE_DEFAULTS.nameZh),
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
  defaultZone: z.string().default(PROFILE_DEFAULTS.defaultZone),
  defaultCharset: z.string().default(PROFILE_DEFAULTS.defaultCharset),
  scac: z.string().nullable().default(PROFILE_DEFAULTS.scac),
  billRule: z.enum(['AS_DECLARED', 'SWAPPED', 'BOTH']).default(PROFILE_DEFAULTS.billRule),
  placeAliases: names,
  codeCorrections: z.record(z.string(), z.record(z.string(), z.string().nullable())).default({}),
  tables: z.array(tableMapping).default([]),
  formats: words,
  maySpeakOf: z.object({ kinds: words, places: words, parties: words }).nullable().default(null),
  trust: z.record(z.string(), z.number()).default({}),
  messagesPerMinuteMax: z.number().int().positive().nullable().default(null),
  silentAfterMinutes: z.number().positive().nullable().default(null),
  keySha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
  mayStateReceivedAt: z.boolean().default(false),
}) satisfies z.ZodType<SourceProfile>;

/** What only the receivers may know of a source. */
const secrets = z.object({ id: z.string(), callbackSecret: z.string().nullable().default(null) });

/** What a saved mapping changes; the rest of a profile stays as it was written. */
const stored = z.looseObject({
  id: z.string(),
  tables: z.array(z.looseObject({ id: z.string() })).default([]),
});

/** Who may send, read from `sources.json` in the data folder; an edited file counts from the next message on. */
export interface SourceRegistry {
  /** All who send, in the order of the file; without the voices of the service itself. */
  list(): readonly SourceProfile[];
  find(id: string): SourceProfile | null;
  /** For messages stored under a source that was taken out since. */
  getOrUnknown(id: string): SourceProfile;
  /** What a source's callbacks are signed with, base64; null: they are not signed. */
  callbackSecretOf(id: string): string | null;
  /** Keeps a column mapping with a source, in place of the one of its id. Durable when it returns. */
  saveTable(id: string, mapping: TableMapping): void;
  /** By the key that a push carries; null when nobody has it. */
  findByKey(key: string): SourceProfile | null;
}

export function openSourceRegistry(file: string, onError: (error: unknown) => void): SourceRegistry {
  const read = (content: unknown) => {
    const after = indexed(content);
    for (const doubt of [...after.byId.values()].flatMap(doubtsOf)) onError(new Error(doubt));
    return after;
  };
  const current = openEditedFile(file, read, indexed([]), onError);
  const find = (id: string) =>
    current().byId.get(id) ?? INTERNAL_SOURCES.find((own) => own.id === id) ?? null;
  return {
    list: () => [...current().byId.values()],
    find,
    getOrUnknown: (id) => find(id) ?? unknownSource(id),
    callbackSecretOf: (id) => current().callbackSecrets.get(id) ?? null,
    saveTable(id, mapping) {
      const content = z.array(stored).parse(JSON.parse(readFileSync(file, 'utf8')));
      const after = content.map((one) => {
        if (one.id !== id) return one;
        return { ...one, tables: [...one.tables.filter((table) => table.id !== mapping.id), mapping] };
      });
      replaceFile(file, after);
    },
    findByKey: (key) => current().byKey.get(createHash('sha256').update(key).digest('hex')) ?? null,
  };
}

function indexed(content: unknown) {
  const profiles = z.array(profile).parse(content);
  return {
    byId: new Map<string, SourceProfile>(profiles.map((one) => [one.id, one])),
    callbackSecrets: new Map(
      z
        .array(secrets)
        .parse(content)
        .map(({ id, callbackSecret }) => [id, callbackSecret]),
    ),
    byKey: new Map<string, SourceProfile>(
      profiles.flatMap((one) => (one.keySha256 ? [[one.keySha256, one] as const] : [])),
    ),
  };
}

/** What a profile has misspelt. It counts all the same: others must not be shut out by it. */
function doubtsOf({ id, defaultZone, defaultCharset, formats }: SourceProfile): string[] {
  const doubts: string[] = [];
  const isZone =
    /^[+-]\d\d:\d\d$/.test(defaultZone) ||
    works(() => new Intl.DateTimeFormat('en', { timeZone: defaultZone }));
  if (!isZone)
    doubts.push(`source ${id}: defaultZone "${defaultZone}" is no IANA zone, times are read in UTC`);
  if (!works(() => new TextDecoder(defaultCharset)))
    doubts.push(`source ${id}: defaultCharset "${defaultCharset}" is unknown`);
  const known: ReadonlySet<string> = new Set(FORMATS.map((format) => format.id));
  for (const format of formats ?? [])
    if (!known.has(format)) doubts.push(`source ${id}: there is no format "${format}"`);
  return doubts;
}

function works(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}

function unknownSource(id: string): SourceProfile {
  return { ...PROFILE_DEFAULTS, id, name: id, kind: 'OPERATOR' };
}
