import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { FREE_TIME_KINDS } from '../domain/free-time/free-time-clock.ts';
import type { Tariff } from '../domain/free-time/tariff.ts';
import { naming, readOwnFile } from './own-file.ts';

const FILE = 'tariffs.json';
const DATA = new URL(`../../data/${FILE}`, import.meta.url);

const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);

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
  validFrom: date.nullable().default(null),
  validTo: date.nullable().default(null),
  meaning: z.string().min(1),
  meaningZh: z.string().min(1),
  /** `V`: published by the carrier or terminal, and seen; `E`: unconfirmed. */
  source: z.enum(['V', 'E']),
});

interface TariffFile {
  readonly tariffs: readonly Tariff[];
  readonly version: string;
  /** Whether the data folder has tariffs of its own. */
  readonly isChanged: boolean;
}

let loaded: TariffFile | null = null;

/** The tariffs of all times, and as the bundled file names itself; read at the first call and kept. */
export function getTariffFile(): TariffFile {
  return (loaded ??= loadTariffFile());
}

/** The tariffs of `data/tariffs.json`, with those of the data folder's `tariffs.json` laid over. */
export function loadTariffFile(dataDirectory?: string): TariffFile {
  const bundled: unknown = JSON.parse(readFileSync(DATA, 'utf8'));
  const { version } = z.object({ version: z.string() }).parse(bundled);
  const own = readOwnFile(FILE, dataDirectory);
  if (own === null) return { tariffs: readTariffs(bundled), version, isChanged: false };
  return { tariffs: naming(FILE, () => readTariffs(layTariffs(bundled, own))), version, isChanged: true };
}

const rowsShape = z.looseObject({ rows: z.array(z.looseObject({ id: z.string() })) });
const ownShape = z.strictObject({ bundled: z.boolean().default(true), rows: rowsShape.shape.rows });

/** Own rows, and the bundled ones of other ids; `"bundled": false` leaves those out, which are samples of common practice. */
function layTariffs(bundled: unknown, own: unknown): unknown {
  const { rows, bundled: isKept } = ownShape.parse(own);
  const ids = new Set(rows.map(({ id }) => id));
  const kept = isKept ? rowsShape.parse(bundled).rows.filter(({ id }) => !ids.has(id)) : [];
  return { rows: [...kept, ...rows] };
}

export function getTariffs(): readonly Tariff[] {
  return getTariffFile().tariffs;
}

/** Tariffs from what a file holds. Throws where one cannot be meant, and names the row. */
export function readTariffs(data: unknown): readonly Tariff[] {
  const { rows } = z.object({ rows: z.array(z.unknown()) }).parse(data);
  const seen: Tariff[] = [];
  return rows.map((written, index): Tariff => {
    const read = rowShape.safeParse(written);
    if (!read.success) throw new Error(`tariff ${index + 1}: ${z.prettifyError(read.error)}`);
    const { meaning: _, meaningZh: __, source, ...rest } = read.data;
    const tariff = { ...rest, isConfirmed: source === 'V' };
    const at = `tariff ${index + 1} (${tariff.id})`;
    if (tariff.validFrom !== null && tariff.validTo !== null && tariff.validFrom >= tariff.validTo)
      throw new Error(`${at}: ends before it begins`);
    if (seen.some((other) => other.id === tariff.id && overlap(other, tariff)))
      throw new Error(`${at}: stands twice`);
    seen.push(tariff);
    const days = tariff.rates.map(({ fromDay }) => fromDay);
    const isRising = days.every((day, i) => day > (days[i - 1] ?? 0));
    if (!isRising || (days[0] ?? 1) !== 1) throw new Error(`${at}: rates do not go on from the first day`);
    return tariff;
  });
}

function overlap(a: Tariff, b: Tariff): boolean {
  const begins = (one: Tariff, other: Tariff) =>
    one.validFrom === null || other.validTo === null || one.validFrom < other.validTo;
  return begins(a, b) && begins(b, a);
}
