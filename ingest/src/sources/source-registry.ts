import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PROFILE_DEFAULTS, type SettingDoubt, type SourceProfile } from 'graph-schema/domain/source';
import type { TableMapping } from 'graph-schema/domain/table-mapping';
import { z } from 'zod';
import { openEditedFile, replaceFile } from '../settings-files/edited-file.ts';
import { INTERNAL_SOURCES } from './internal-sources.ts';
import { doubtsOf } from './setting-doubts.ts';
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
const secrets = z.object({ callbackSecret: z.string().nullable().default(null) });
const NAMES: ReadonlySet<string> = new Set([...Object.keys(profile.shape), ...Object.keys(secrets.shape)]);

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
  /**
   * What is wrong with settings, by the id of the source, also of one that may not send for it. A row that cannot be read
   * leaves its source as it was; the others count.
   */
  doubts(): ReadonlyMap<string, readonly SettingDoubt[]>;
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
  let state = indexed([], null);
  let fault: SettingDoubt | null = null;
  const read = (content: unknown) => {
    state = indexed(content, state);
    fault = null;
    for (const [id, doubts] of state.doubts)
      for (const { code, field, value } of doubts)
        onError(new Error(`source ${id}: ${code} ${field}${value === null ? '' : ` "${value}"`}`));
    return state;
  };
  const current = openEditedFile(file, read, state, (error) => {
    fault = { code: 'FILE_NOT_READ', field: '', value: error instanceof Error ? error.message : null };
    onError(error);
  });
  const find = (id: string) =>
    current().byId.get(id) ?? INTERNAL_SOURCES.find((own) => own.id === id) ?? null;
  return {
    list: () => [...current().byId.values()],
    find,
    doubts() {
      const { doubts, byId } = current();
      const ofFile = fault;
      if (!ofFile) return doubts;
      return new Map([...byId.keys()].map((id) => [id, [...(doubts.get(id) ?? []), ofFile]]));
    },
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

interface Known {
  readonly profile: SourceProfile;
  readonly callbackSecret: string | null;
}

interface State {
  readonly byId: ReadonlyMap<string, SourceProfile>;
  readonly byKey: ReadonlyMap<string, SourceProfile>;
  readonly callbackSecrets: ReadonlyMap<string, string | null>;
  readonly doubts: ReadonlyMap<string, readonly SettingDoubt[]>;
}

const rows = z.array(z.looseObject({ id: profile.shape.id }));

function indexed(content: unknown, before: State | null): State {
  const doubts = new Map<string, readonly SettingDoubt[]>();
  const known = rows.parse(content).flatMap((row): Known[] => {
    const [read, own] = [profile.safeParse(row), secrets.safeParse(row)];
    if (read.success && own.success) {
      const found = doubtsOf(read.data, row, NAMES);
      if (found.length > 0) doubts.set(row.id, found);
      return [{ profile: withDefaults(read.data, found), callbackSecret: own.data.callbackSecret }];
    }
    const issues = [...(read.error?.issues ?? []), ...(own.error?.issues ?? [])];
    doubts.set(
      row.id,
      issues.map(({ path, message }) => ({ code: 'NOT_READ', field: path.join('.'), value: message })),
    );
    const former = before?.byId.get(row.id);
    return former ? [{ profile: former, callbackSecret: before?.callbackSecrets.get(row.id) ?? null }] : [];
  });
  return {
    byId: new Map(known.map((one) => [one.profile.id, one.profile])),
    byKey: new Map(
      known.flatMap((one) => (one.profile.keySha256 ? [[one.profile.keySha256, one.profile]] : [])),
    ),
    callbackSecrets: new Map(known.map((one) => [one.profile.id, one.callbackSecret])),
    doubts,
  };
}

/** A zone or a character set that there is not reads nothing: in its place stands what counts without one. */
function withDefaults(read: SourceProfile, doubts: readonly SettingDoubt[]): SourceProfile {
  const has = (code: SettingDoubt['code']): boolean => doubts.some((doubt) => doubt.code === code);
  return {
    ...read,
    defaultZone: has('UNKNOWN_ZONE') ? PROFILE_DEFAULTS.defaultZone : read.defaultZone,
    defaultCharset: has('UNKNOWN_CHARSET') ? PROFILE_DEFAULTS.defaultCharset : read.defaultCharset,
  };
}

function unknownSource(id: string): SourceProfile {
  return { ...PROFILE_DEFAULTS, id, name: id, kind: 'OPERATOR' };
}
