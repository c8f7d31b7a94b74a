import { bestEta } from 'graph-schema/domain/eta/best-eta';
import type { EtaPolicy } from 'graph-schema/domain/eta/policy';
import { etaSeries } from 'graph-schema/domain/eta/series';
import type { PredictionPolicy } from 'graph-schema/domain/eta/predict-policy';
import { getEtaPolicy } from 'graph-schema/reference/eta-policy';
import { getPredictionPolicy } from 'graph-schema/reference/eta-prediction';
import { figuresOf, takenBack, tenth, type ErrorFigures } from './eta-measure.ts';
import { plainEta, PLAIN_MODEL } from './eta-plain.ts';
import { EPOCH, HOUR_MS, trueRun } from './eta-run.ts';
import { servicesOf } from './eta-services.ts';
import { tellingsFor } from './eta-tellings.ts';
import { followed, type FollowedRun } from './eta-timeline.ts';
import { CARRIER_MODEL, toldOf } from './eta-told.ts';

export const ETA_VOICES = ['carrier', 'plain', 'computed', 'best'] as const;
export type EtaVoice = (typeof ETA_VOICES)[number];

/** Runs that depart in the first days are learned from and not measured. */
const WARM_UP_DAYS = 150;
const DAYS_BEFORE = [10, 5, 2, 1] as const;
const DAY_MS = 24 * HOUR_MS;

export interface EtaModeReport {
  readonly runs: number;
  /** By days before the arrival. */
  readonly errors: readonly ({ readonly daysBefore: number } & Readonly<Record<EtaVoice, ErrorFigures>>)[];
  /** Changes that were taken back, for each run. */
  readonly flaps: Readonly<Record<'carrier' | 'computed' | 'best', number>>;
  /** Share of computations whose band from P10 to P90 held the arrival; 0.8 is what it says. */
  readonly inBand: number;
}

export interface EtaReport {
  readonly seeds: { readonly from: number; readonly to: number; readonly count: number };
  readonly carrierModel: string;
  readonly plainModel: string;
  readonly sea: EtaModeReport;
  readonly rail: EtaModeReport;
}

/** Policies to report on; those in force where none is given. */
export interface EtaReportPolicies {
  readonly prediction: PredictionPolicy;
  readonly best: EtaPolicy;
}

/** How far off arrivals were that carriers told, that a plain division gives, and that this system computes and relies on. */
export function etaReport(
  seeds: readonly number[],
  policies: EtaReportPolicies = { prediction: getPredictionPolicy(), best: getEtaPolicy() },
): EtaReport {
  const { services, lineOf } = servicesOf(DATA);
  const of = (mode: 'VESSEL' | 'RAIL') => {
    const told = seeds.map((seed) => toldOf(trueRun(seed, mode, services, lineOf)));
    return modeReport(followed(told, lineOf, policies.prediction), policies);
  };
  return {
    seeds: { from: Math.min(...seeds), to: Math.max(...seeds), count: seeds.length },
    carrierModel: CARRIER_MODEL,
    plainModel: PLAIN_MODEL,
    sea: of('VESSEL'),
    rail: of('RAIL'),
  };
}

const DATA = new URL('../../graph-schema/data/', import.meta.url).pathname;

function modeReport(all: readonly FollowedRun[], policies: EtaReportPolicies): EtaModeReport {
  const measured = all.filter(({ known }) => known.told.run.departedAt >= EPOCH + WARM_UP_DAYS * DAY_MS);
  const best = measured.map((run) => bestOf(run, policies.best));
  const errors = DAYS_BEFORE.map((daysBefore) => {
    const by = (etaOf: (run: FollowedRun, at: number, index: number) => number | null) =>
      figuresOf(
        measured.map((run, index) => {
          const { arrivedAt, departedAt } = run.known.told.run;
          const at = arrivedAt - daysBefore * DAY_MS;
          const eta = at < departedAt ? null : etaOf(run, at, index);
          return eta === null ? null : arrivedAt - eta;
        }),
      );
    return {
      daysBefore,
      carrier: by(
        ({ known }, at) => known.told.carrierTellings.findLast((one) => one.receivedAt <= at)?.eta ?? null,
      ),
      plain: by(({ known }, at) => plainOf(known, at, policies.prediction)),
      computed: by(({ said }, at) => said.findLast((one) => one.saidAt <= at)?.eta ?? null),
      best: by((_run, at, index) => best[index]?.at(at) ?? null),
    };
  });
  const each = (count: (run: FollowedRun, index: number) => number) =>
    tenth(measured.reduce((sum, run, index) => sum + count(run, index), 0) / Math.max(1, measured.length));
  return {
    runs: measured.length,
    errors,
    flaps: {
      carrier: each(({ known }) => takenBack(known.told.carrierTellings.map(({ eta }) => eta))),
      computed: each(({ said }) => takenBack(said.map(({ eta }) => eta))),
      best: each((_run, index) => takenBack(best[index]?.history ?? [])),
    },
    inBand: inBand(measured),
  };
}

function plainOf(known: FollowedRun['known'], at: number, { knots }: PredictionPolicy): number | null {
  const { service } = known.told.run;
  return plainEta(known.wayAt(at), known.fixesAt(at), knots[service.mode].movingMin, service.plannedKnots);
}

/** The best ETA of a run at any instant, as the journey shows it. */
function bestOf({ known, said }: FollowedRun, policy: EtaPolicy) {
  const tellings = tellingsFor(known.told, said);
  const at = (now: number) => {
    const { best } = bestEta(etaSeries(tellings, null), null, policy, now);
    return best && Date.parse(best.time.instant);
  };
  const { arrivedAt } = known.told.run;
  const { history } = bestEta(etaSeries(tellings, null), null, policy, arrivedAt);
  return { at, history: history.map(({ to }) => Date.parse(to.instant)) };
}

function inBand(runs: readonly FollowedRun[]): number {
  const all = runs.flatMap(({ known, computed }) =>
    computed
      .filter(({ at }) => at < known.told.run.arrivedAt)
      .map(
        ({ prediction: { p10, p90 } }) => p10 <= known.told.run.arrivedAt && known.told.run.arrivedAt <= p90,
      ),
  );
  return Math.round((all.filter(Boolean).length / Math.max(1, all.length)) * 100) / 100;
}
