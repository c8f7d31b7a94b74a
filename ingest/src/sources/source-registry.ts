import { createHash } from 'node:crypto';
import { EVENT_CLASSIFIERS, EVENT_CODES } from 'graph-schema/domain/event-code';
import { PROFILE_DEFAULTS, type SourceProfile } from 'graph-schema/domain/source';
import { z } from 'zod';
import { openEditedFile } from '../settings-files/edited-file.ts';

const words = z.array(z.string()).nullable().default(null);
const names = z.record(z.string(), z.string()).default({});

const table = z.object({
  id: z.string(),
  name: z.string(),
  match: z.array(z.string()),
  sheet: z.string().nullable().default(null),
  columns: z.record(z.string(), z.array(z.string())),
  events: z
    .array(
      z.object({
        code: z.enum(EVENT_CODES),
        classifier: z.enum(EVENT_CLASSIFIERS),
        headers: z.array(z.string()),
        place: z.string().nullable().default(null),
      }),
    )
    .default([]),
  constants: names,
  codes: names,
  dateFormats: z.array(z.string()).default([]),
});

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
  tables: z.array(table).default([]),
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

/** Who may send, read from `sources.json` in the data folder; an edited file counts from the next message on. */
export interface SourceRegistry {
  /** All of them, in the order of the file. */
  list(): readonly SourceProfile[];
  find(id: string): SourceProfile | null;
  /** For messages stored under a source that was taken out since. */
  getOrUnknown(id: string): SourceProfile;
  /** What a source's callbacks are signed with, base64; null: they are not signed. */
  callbackSecretOf(id: string): string | null;
  /** By the key that a push carries; null when nobody has it. */
  findByKey(key: string): SourceProfile | null;
}

export function openSourceRegistry(file: string, onError: (error: unknown) => void): SourceRegistry {
  const current = openEditedFile(file, indexed, indexed([]), onError);
  const find = (id: string) => current().byId.get(id) ?? null;
  return {
    list: () => [...current().byId.values()],
    find,
    getOrUnknown: (id) => find(id) ?? unknownSource(id),
    callbackSecretOf: (id) => current().callbackSecrets.get(id) ?? null,
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

function unknownSource(id: string): SourceProfile {
  return { ...PROFILE_DEFAULTS, id, name: id, kind: 'OPERATOR' };
}
