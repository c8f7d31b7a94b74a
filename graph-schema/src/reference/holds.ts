import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { EVENT_CODES } from '../domain/event-code.ts';
import type { HoldRule } from '../domain/journey/blockers.ts';
import { LEAF_KINDS } from '../domain/release/readiness.ts';

const DATA = new URL('../../data/holds.json', import.meta.url);

const rowShape = z.strictObject({
  placed: z.enum(EVENT_CODES),
  lifted: z.array(z.enum(EVENT_CODES)).min(1),
  liftedInChina: z.array(z.enum(EVENT_CODES)).optional(),
  leaf: z.enum(LEAF_KINDS),
  meaning: z.string().min(1),
  meaningZh: z.string().min(1),
  /** `V`: a public source was seen; `E`: unconfirmed knowledge. */
  source: z.enum(['V', 'E']),
});

const fileShape = z.object({ rows: z.array(z.unknown()) });

let loaded: readonly HoldRule[] | null = null;

/** The rows of `data/holds.json`, read at the first call and kept. */
export function getHolds(): readonly HoldRule[] {
  loaded ??= readHolds(JSON.parse(readFileSync(DATA, 'utf8')));
  return loaded;
}

/** Reads holds as they stand in the file. Throws, naming the row, where one is malformed or stands twice. */
export function readHolds(data: unknown): readonly HoldRule[] {
  const seen = new Set<string>();
  return fileShape.parse(data).rows.map((row, index) => {
    const read = rowShape.safeParse(row);
    if (!read.success) throw new Error(`holds, row ${index + 1}: ${z.prettifyError(read.error)}`);
    const { placed, lifted, liftedInChina = [], leaf } = read.data;
    if (seen.has(placed)) throw new Error(`holds, row ${index + 1}: ${placed} stands twice`);
    if (lifted.includes(placed)) throw new Error(`holds, row ${index + 1}: ${placed} would lift itself`);
    seen.add(placed);
    return { placed, lifted, liftedInChina, leaf };
  });
}
