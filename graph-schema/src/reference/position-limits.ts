import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { PositionLimits } from '../domain/whereabouts/position-limits.ts';
import { TRACKED_MEANS } from '../domain/whereabouts/tracker.ts';

const DATA = new URL('../../data/position-limits.json', import.meta.url);

const limit = z.number().positive();
const rowShape = z
  .object({
    means: z.enum(TRACKED_MEANS),
    nowMinutes: limit,
    seenMinutes: limit,
    openHours: limit.nullable(),
    afterDueHours: limit.nullable(),
    gapMinutes: limit,
  })
  .refine((row) => row.seenMinutes >= row.nowMinutes, 'seenMinutes is less than nowMinutes');

let loaded: PositionLimits | null = null;

/** The limits of `data/position-limits.json`, read at the first call and kept. */
export function getPositionLimits(): PositionLimits {
  loaded ??= readPositionLimits(JSON.parse(readFileSync(DATA, 'utf8')));
  return loaded;
}

/** Limits from what a file holds: each means once. Throws where one is missing or cannot be meant. */
export function readPositionLimits(data: unknown): PositionLimits {
  const rows = z.object({ rows: z.array(rowShape) }).parse(data).rows;
  const limits = new Map(rows.map(({ means, ...row }) => [means, row]));
  const missing = TRACKED_MEANS.filter((means) => !limits.has(means));
  if (missing.length > 0 || rows.length > limits.size)
    throw new Error(`position limits: ${missing.join(', ') || 'a means stands twice'}`);
  return Object.fromEntries(limits) as PositionLimits;
}
