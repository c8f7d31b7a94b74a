import type { LegTelling } from 'graph-schema/domain/eta/learn-errors';
import { learnFrom, NOTHING_LEARNED, type ClosedLeg, type EtaTables } from 'graph-schema/domain/eta/learn';
import { COMPUTED_SOURCE, predictArrival, type EtaPrediction } from 'graph-schema/domain/eta/predict';
import { sayNext, type SaidEta } from 'graph-schema/domain/eta/predict-say';
import type { PredictionPolicy } from 'graph-schema/domain/eta/predict-policy';
import { KnownRun } from './eta-known.ts';
import { HOUR_MS } from './eta-run.ts';
import { CARRIER_SOURCE, type ToldRun } from './eta-told.ts';
import type { Lines } from './eta-services.ts';

/** A run with all that was computed of it while it was under way. */
export interface FollowedRun {
  readonly known: KnownRun;
  /** Each computation, whether it was said or not. */
  readonly computed: readonly { readonly at: number; readonly prediction: EtaPrediction }[];
  readonly said: readonly SaidEta[];
}

/** It is computed anew so often. */
const STEP_MS = 3 * HOUR_MS;

/**
 * All runs side by side in time. At each step what has closed is learned from, then every run under way is computed: a run
 * learns from others that were over before, and from nothing later.
 */
export function followed(told: readonly ToldRun[], lineOf: Lines, policy: PredictionPolicy): FollowedRun[] {
  const runs = told.map((one) => ({
    known: new KnownRun(one, lineOf, policy),
    computed: [] as { at: number; prediction: EtaPrediction }[],
    said: [] as SaidEta[],
  }));
  const waiting = [...runs].sort((a, b) => b.known.told.run.departedAt - a.known.told.run.departedAt);
  let underway: typeof runs = [];
  let tables: EtaTables = NOTHING_LEARNED;
  let now = waiting.at(-1)?.known.told.run.departedAt ?? 0;
  while (waiting.length > 0 || underway.length > 0) {
    for (let next = waiting.at(-1); next && next.known.told.run.departedAt <= now; next = waiting.at(-1)) {
      underway.push(next);
      waiting.pop();
    }
    const isOver = (run: (typeof runs)[number]) => run.known.told.closedAt <= now;
    const closed = underway.filter(isOver);
    if (closed.length > 0) {
      tables = learnFrom(tables, closed.map((run) => closedLeg(run.known.told, run.said)), policy); // prettier-ignore
      underway = underway.filter((run) => !isOver(run));
    }
    for (const { known, computed, said } of underway) {
      const prediction = predictArrival({ way: known.wayAt(now), carrier: known.told.run.carrier, fixes: known.fixesAt(now), now }, tables, policy); // prettier-ignore
      if (prediction) computed.push({ at: now, prediction });
      const next = sayNext(
        said.at(-1) ?? null,
        prediction,
        [sourceOf(known.told)],
        tables.errors,
        policy,
        now,
      );
      if (next) said.push(next);
    }
    now += STEP_MS;
  }
  return runs;
}

/** Errors of carriers and of railways are learned apart, as those of any two senders are. */
export function sourceOf({ run }: ToldRun): string {
  return `${CARRIER_SOURCE}-${run.service.mode}`;
}

/** As the graph has it when it is over: stays from calls told or seen, passages between them. */
function closedLeg({ run, carrierTellings, closedAt }: ToldRun, said: readonly SaidEta[]): ClosedLeg {
  const ours = said.map(({ saidAt, eta }): LegTelling => ({
    source: COMPUTED_SOURCE,
    receivedAt: saidAt,
    eta,
  }));
  const source = `${CARRIER_SOURCE}-${run.service.mode}`;
  return {
    id: run.id,
    mode: run.service.mode,
    carrier: run.carrier,
    arrivedAt: run.arrivedAt,
    closedAt,
    stays: run.stops.map(({ kind, place, arrivedAt, departedAt }) => ({
      kind,
      place,
      arrivedAt,
      departedAt,
    })),
    passages: run.stops.map(({ place, arrivedAt, nm }, index) => {
      const before = run.stops[index - 1];
      return { from: before?.place ?? run.planned[0]?.place ?? '', to: place, nm, departedAt: before?.departedAt ?? run.departedAt, arrivedAt }; // prettier-ignore
    }),
    tellings: [...ours, ...carrierTellings.map((one) => ({ ...one, source }))],
  };
}
