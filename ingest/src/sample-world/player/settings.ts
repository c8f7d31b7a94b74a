import { resolve } from 'node:path';
import { z } from 'zod';

const environment = z.object({
  INGEST_URL: z.url().default('http://127.0.0.1:4002'),
  THROUGHLINE_DATA: z.string().default('.throughline'),
  AIS_PORT: z.coerce.number().int().optional(),
  CLOCK_RATE: z.coerce.number().positive().default(1),
  SAMPLE_SECRET: z.string().optional(),
});

export interface PlayerSettings {
  readonly ingestUrl: string;
  readonly dataFolder: string;
  /** Port of the AIS listener on this machine; null: positions are pushed over HTTP. */
  readonly aisPort: number | null;
  /** Seconds of service time in a second. */
  readonly clockRate: number;
  readonly secret: string | null;
}

export function readPlayerSettings(env: Readonly<Record<string, string | undefined>>): PlayerSettings {
  const read = environment.parse(env);
  return {
    ingestUrl: read.INGEST_URL,
    dataFolder: resolve(read.THROUGHLINE_DATA),
    aisPort: read.AIS_PORT ?? null,
    clockRate: read.CLOCK_RATE,
    secret: read.SAMPLE_SECRET ?? null,
  };
}
