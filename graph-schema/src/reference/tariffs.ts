import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { FREE_TIME_KINDS } from '../domain/free-time/free-time-clock.ts';
import type { Tariff } from '../domain/free-time/tariff.ts';

const DATA = new URL('../../data/tariffs.json', import.meta.url);

const rowShape = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(FREE_TIME_KINDS),
  carrier: z
    .string()
    .regex(/^[A-Z]{4}$/)
    .nullable(),
  place: z
    .string()
    .regex(/^[A-Z]{2}([A-Z2-9]{3})?$/)
    .nullable(),
  sizes: z
    .array(z.enum(['20', '40', '45']))
    .min(1)
    .nullable(),
  freeDays: z.number().int().nonnegative(),
  days: z.enum(['CALENDAR', 'WORKING']),
  countsFrom: z.enum(['SAME_DAY', 'NEXT_DAY']),
  binds: z.enum(['ALWAYS', 'IF_NOT_TOLD']),
  rates: z.array(
    z.strictObject({
      fromDay: z.number().int().positive(),
      amount: z.number().nonnegative(),
      currency: z.string().regex(/^[A-Z]{3}$/),
    }),
  ),
  meaning: z.string().min(1),
  meaningZh: z.string().min(1),
  /** `V`: published by the carrier or terminal, and seen; `E`: unconfirmed. */
  source: z.enum(['V', 'E']),
});

let loaded: readonly Tariff[] | null = null;

/** The tariffs of `data/tariffs.json`, read at the first call and kept. */
export function getTariffs(): readonly Tariff[] {
  loaded ??= readTariffs(JSON.parse(readFileSync(DATA, 'utf8')));
  return loaded;
}

/** Tariffs from what a file holds. Throws where one cannot be meant, and names the row. */
export function readTariffs(data: unknown): readonly Tariff[] {
  const { rows } = z.object({ rows: z.array(z.unknown()) }).parse(data);
  const seen = new Set<string>();
  return rows.map((written, index): Tariff => {
    const read = rowShape.safeParse(written);
    if (!read.success) throw new Error(`tariff ${index + 1}: ${z.prettifyError(read.error)}`);
    const { meaning: _, meaningZh: __, source, ...rest } = read.data;
    const tariff = { ...rest, isConfirmed: source === 'V' };
    const at = `tariff ${index + 1} (${tariff.id})`;
    if (seen.has(tariff.id)) throw new Error(`${at}: stands twice`);
    seen.add(tariff.id);
    const days = tariff.rates.map(({ fromDay }) => fromDay);
    const isRising = days.every((day, i) => day > (days[i - 1] ?? 0));
    if (!isRising || (days[0] ?? 1) !== 1) throw new Error(`${at}: rates do not go on from the first day`);
    return tariff;
  });
}
