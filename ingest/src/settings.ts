import { join, resolve } from 'node:path';
import { z } from 'zod';

const environment = z.object({
  NEO4J_URI: z.string().default('neo4j://127.0.0.1:7687'),
  NEO4J_USER: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().default(''),
  REDIS_URL: z.string().default('redis://127.0.0.1:6379'),
  REDIS_PREFIX: z.string().default('throughline'),
  THROUGHLINE_DATA: z.string().default('.throughline'),
  INGEST_HOST: z.string().default('127.0.0.1'),
  INGEST_PORT: z.coerce.number().int().default(4002),
  AIS_PORT: z.coerce.number().int().optional(),
  AIS_UDP_PORT: z.coerce.number().int().optional(),
  RECEIVERS_OFF: z.string().default(''),
  AIS_SOURCE: z.string().default('ais-station'),
  DROP_SOURCE: z.string().default('local'),
  INGEST_CONCURRENCY: z.coerce.number().int().min(1).max(256).default(64),
  MESSAGE_BYTES_MAX: z.coerce
    .number()
    .int()
    .default(32 * 1024 * 1024),
  DERIVER: z.enum(['on', 'off']).default('on'),
  COMPUTED_ETA: z.enum(['on', 'off']).default('on'),
  PENDING_MAX: z.coerce.number().int().default(20_000),
  LOG_LEVEL: z.string().default('info'),
  SAMPLE_WORLD: z.string().default('0'),
});

/** Settings of an ingest process, read once from the environment; the README lists them all. */
export type Settings = ReturnType<typeof readSettings>;

export function readSettings(env: Readonly<Record<string, string | undefined>>) {
  const read = environment.parse(env);
  const data = resolve(read.THROUGHLINE_DATA);
  return {
    neo4j: { uri: read.NEO4J_URI, user: read.NEO4J_USER, password: read.NEO4J_PASSWORD },
    redis: { url: read.REDIS_URL, prefix: read.REDIS_PREFIX },
    data,
    rawFolder: join(data, 'raw'),
    dropFolder: join(data, 'drop'),
    sourcesFile: join(data, 'sources.json'),
    codeMappingsFile: join(data, 'code-mappings.json'),
    berthsFile: join(data, 'berths.tsv'),
    host: read.INGEST_HOST,
    port: read.INGEST_PORT,
    aisPort: read.AIS_PORT ?? null,
    aisUdpPort: read.AIS_UDP_PORT ?? null,
    receiversFile: join(data, 'receivers.json'),
    dcsaPlacesFile: join(data, 'dcsa-pull-places.json'),
    /** `http-push`, `epcis-capture`, `dcsa-callback`, `drop-folder`, `ais-tcp`, `ais-udp`, `sftp-pull`, `mqtt`. */
    receiversOff: new Set(read.RECEIVERS_OFF.split(',').flatMap((name) => name.trim() || [])),
    aisSource: read.AIS_SOURCE,
    dropSource: read.DROP_SOURCE,
    concurrency: read.INGEST_CONCURRENCY,
    messageBytesMax: read.MESSAGE_BYTES_MAX,
    /** Whether this process keeps summaries of shipments; several may, and share the work. */
    deriver: read.DERIVER === 'on',
    /** Whether this process computes arrivals from positions; several may, and tell each once. */
    computedEta: read.COMPUTED_ETA === 'on',
    pendingMax: read.PENDING_MAX,
    logLevel: read.LOG_LEVEL,
    sampleWorld: read.SAMPLE_WORLD === '1',
  };
}
