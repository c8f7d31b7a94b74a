import { z } from 'zod';
import { EVENT_CODES } from '../domain/event-code.ts';
import type { HoldRule } from '../domain/journey/blockers.ts';
import { LEAF_KINDS } from '../domain/release/readiness.ts';
import { ruleFile } from './rule-file.ts';

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

/** `data/holds.json`. */
export const HOLDS = ruleFile('holds.json', readHolds);

/** What stops a cargo, as in force at an instant (epoch milliseconds); left out: in the end. */
export function getHolds(at = Infinity): readonly HoldRule[] {
  return HOLDS.at(at);
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
