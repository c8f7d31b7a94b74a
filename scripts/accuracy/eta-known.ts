import { fixesToGoBy, measureWay, plannedWay, type MeasuredWay, type PlannedStop } from 'graph-schema/domain/eta/planned-way'; // prettier-ignore
import type { PredictionPolicy } from 'graph-schema/domain/eta/predict-policy';
import type { EtaFix, EtaWay } from 'graph-schema/domain/eta/predict-way';
import type { Lines, ServiceStop } from './eta-services.ts';
import type { ToldRun } from './eta-told.ts';

/** What is known of a run as time goes on: never more than was received by then. The way is made as it is for live runs. */
export class KnownRun {
  readonly told: ToldRun;
  readonly #lineOf: Lines;
  readonly #policy: PredictionPolicy;
  readonly #fixes: readonly EtaFix[];
  #ways = new Map<string, MeasuredWay>();

  constructor(told: ToldRun, lineOf: Lines, policy: PredictionPolicy) {
    this.told = told;
    this.#lineOf = lineOf;
    this.#policy = policy;
    this.#fixes = [...told.fixes].sort((a, b) => a.at - b.at);
  }

  /** The way as planned and as changes were told by an instant, or without a call that it is seen to leave out. */
  wayAt(now: number): EtaWay {
    const { calls, run } = this.told;
    const stops = this.#sequenceAt(now).map(({ kind, place, position }, index): PlannedStop => {
      const call = calls.find((one) => one.place === place);
      const hasLeft = call && call.departureHeardAt <= now && kind !== 'ARRIVAL';
      return {
        kind,
        place,
        position,
        arrivedAt: call && call.arrivalHeardAt <= now ? call.arrivedAt : null,
        departedAt: index === 0 ? run.departedAt : hasLeft ? call.departedAt : null,
        notBefore: null,
      };
    });
    const measure = (through: readonly PlannedStop[]) => this.#measure(through);
    return plannedWay(run.service.mode, stops, measure, this.fixesAt(now), this.#policy.offNmMax);
  }

  /** Positions of the last days that were received by an instant, thinned. */
  fixesAt(now: number): EtaFix[] {
    return fixesToGoBy(this.#fixes, this.#policy.fixes, now);
  }

  #sequenceAt(now: number): ServiceStop[] {
    const { planned, stops, changes } = this.told.run;
    const told = changes.filter(({ toldAt }) => toldAt <= now);
    const without = planned.filter(({ place }) => !told.some((one) => !one.isAdded && one.place === place));
    const added = told.filter(({ isAdded }) => isAdded).flatMap(({ place }) => stops.find((stop) => stop.place === place) ?? []); // prettier-ignore
    const sequence = [...without];
    for (const stop of added) {
      const next = stops[stops.indexOf(stop) + 1];
      const at = sequence.findIndex(({ place }) => place === next?.place);
      if (at > 0) sequence.splice(at, 0, stop);
    }
    return sequence;
  }

  #measure(through: readonly PlannedStop[]): MeasuredWay {
    const { mode } = this.told.run.service;
    const key = through.map(({ place }) => place).join('>');
    const known = this.#ways.get(key) ?? measureWay(through, (from, to) => this.#lineOf(mode, from, to));
    this.#ways.set(key, known);
    return known;
  }
}
