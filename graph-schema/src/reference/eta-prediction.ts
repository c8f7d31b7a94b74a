import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { PredictionPolicy } from '../domain/eta/predict-policy.ts';
import { PASSAGES } from '../geo/sea-route.ts';

const DATA = new URL('../../data/eta-prediction.json', import.meta.url);

/** `E`: unconfirmed, a house value. */
const source = z.enum(['V', 'E']);
const amount = z.strictObject({ value: z.number().nonnegative(), source });
const speeds = z.strictObject({
  max: z.number().positive(),
  movingMin: z.number().positive(),
  usual: z.number().positive(),
  source,
});
const hours = z.number().nonnegative();
/** Each wider than the one before. */
const widths = z.array(z.number().positive()).min(1).refine(isAscending, 'the fences do not ascend');
const percent = z.number().min(0).max(100);

const fileShape = z.object({
  positionHoursMax: amount,
  fixes: z.strictObject({ days: z.number().positive(), everyHours: hours, source }),
  canals: z.array(
    z.strictObject({
      passage: z.enum(PASSAGES),
      longitude: z.number().min(-180).max(180),
      latitude: z.number().min(-90).max(90),
      source,
    }),
  ),
  detourPercent: amount,
  offNmMax: amount,
  fencesNm: z.strictObject({ VESSEL: widths, RAIL: widths, source }),
  stopNm: amount,
  knots: z.strictObject({ VESSEL: speeds, RAIL: speeds }),
  dwellHours: z.strictObject({ CALL: hours, CANAL: hours, GAUGE_CHANGE: hours, ARRIVAL: hours, source }),
  recent: z.strictObject({
    hours: z.number().positive(),
    share: z.number().min(0).max(1),
    lastsHours: z.number().positive(),
    source,
  }),
  passageNm: amount,
  elsewhere: amount,
  keep: amount,
  keepErrors: amount,
  horizonHours: z.strictObject({ value: z.array(z.number().positive()).min(1), source }),
  closedMin: amount,
  band: z.strictObject({ percent, hoursMin: hours, source }),
  leads: z.strictObject({ betterPercent: percent, untilPercent: z.number().min(-100).max(100), source }),
  speaks: z
    .array(
      z.strictObject({
        withinHours: z.number().positive().nullable(),
        moveMinutes: z.number().positive(),
        source,
      }),
    )
    .min(1),
  backTimes: amount,
  repeatMinutes: amount,
  silentHoursMax: amount,
});

let loaded: PredictionPolicy | null = null;

/** The policy of `data/eta-prediction.json`, read at the first call and kept. */
export function getPredictionPolicy(): PredictionPolicy {
  loaded ??= readPredictionPolicy(JSON.parse(readFileSync(DATA, 'utf8')));
  return loaded;
}

/** A policy from what a file holds. Throws, saying what, where it cannot be meant. */
export function readPredictionPolicy(data: unknown): PredictionPolicy {
  const file = fileShape.parse(data);
  const horizonHours = file.horizonHours.value;
  if (!isAscending(horizonHours)) throw new Error('ETA prediction: the horizons do not ascend');
  const limits = file.speaks.map(({ withinHours }) => withinHours ?? Infinity);
  if (!isAscending(limits)) throw new Error('ETA prediction: the rows of speaks do not ascend');
  if (limits.at(-1) !== Infinity) throw new Error('ETA prediction: the last row of speaks has a limit');
  if (file.leads.untilPercent > file.leads.betterPercent)
    throw new Error('ETA prediction: what leads would give up before it begins');
  return {
    positionHoursMax: file.positionHoursMax.value,
    fixes: file.fixes,
    canals: file.canals.map(({ passage, longitude, latitude }) => ({
      passage,
      position: [longitude, latitude],
    })),
    detourPercent: file.detourPercent.value,
    offNmMax: file.offNmMax.value,
    fencesNm: file.fencesNm,
    stopNm: file.stopNm.value,
    knots: file.knots,
    dwellHours: file.dwellHours,
    recent: file.recent,
    passageNm: file.passageNm.value,
    elsewhere: file.elsewhere.value,
    keep: file.keep.value,
    keepErrors: file.keepErrors.value,
    horizonHours,
    closedMin: file.closedMin.value,
    band: file.band,
    leads: file.leads,
    speaks: file.speaks,
    backTimes: file.backTimes.value,
    repeatMinutes: file.repeatMinutes.value,
    silentHoursMax: file.silentHoursMax.value,
  };
}

function isAscending(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? -Infinity));
}
