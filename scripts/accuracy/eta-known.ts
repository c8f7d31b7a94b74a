import {
  measureLine,
  wayTaken,
  type EtaFix,
  type EtaWay,
  type MeasuredLine,
  type WayStop,
} from 'graph-schema/domain/eta/predict-way';
import type { Lines, ServiceStop } from './eta-services.ts';
import type { ToldRun } from './eta-told.ts';

const DAY_MS = 86_400_000;
/** Positions are looked at for so long, one in three hours: what a stored track gives. */
const TRACK_DAYS = 4;
const OFF_NM_MAX = 150;
const THIN_MS = 3 * 3_600_000;

/** What is known of a run as time goes on: never more than was received by then. */
export class KnownRun {
  readonly told: ToldRun;
  readonly #lineOf: Lines;
  readonly #fixes: readonly EtaFix[];
  #ways = new Map<string, { readonly line: MeasuredLine; readonly atNm: readonly number[] }>();

  constructor(told: ToldRun, lineOf: Lines) {
    this.told = told;
    this.#lineOf = lineOf;
    this.#fixes = [...told.fixes].sort((a, b) => a.at - b.at);
  }

  /** The way as planned and as changes were told by an instant, or without a call that it is seen to leave out. */
  wayAt(now: number): EtaWay {
    const sequence = this.#sequenceAt(now);
    const told = this.#wayOf(sequence, now);
    const open = told.stops.filter(({ kind, departedAt }) => kind === 'CALL' && departedAt === null);
    const without = open.map((left) => this.#wayOf(sequence.filter(({ place }) => place !== left.place), now)); // prettier-ignore
    return wayTaken([told, ...without], this.fixesAt(now), OFF_NM_MAX);
  }

  #wayOf(sequence: readonly ServiceStop[], now: number): EtaWay {
    const { run, calls } = this.told;
    const key = sequence.map(({ place }) => place).join('>');
    const known = this.#ways.get(key) ?? this.#measure(sequence);
    this.#ways.set(key, known);
    const stops = sequence.slice(1).map(({ place, kind }, index): WayStop => {
      const call = calls.find((one) => one.place === place);
      return {
        kind,
        place,
        atNm: known.atNm[index + 1] ?? 0,
        arrivedAt: call && call.arrivalHeardAt <= now ? call.arrivedAt : null,
        departedAt: call && call.departureHeardAt <= now && kind !== 'ARRIVAL' ? call.departedAt : null,
        notBefore: null,
      };
    });
    return { mode: run.service.mode, origin: sequence[0]?.place ?? '', line: known.line, stops };
  }

  /** Positions of the last days that were received by an instant, thinned. */
  fixesAt(now: number): EtaFix[] {
    const kept: EtaFix[] = [];
    for (let index = this.#fixes.length - 1; index >= 0; index -= 1) {
      const fix = this.#fixes[index];
      if (!fix || fix.at > now) continue;
      if (fix.at < now - TRACK_DAYS * DAY_MS) break;
      const newer = kept.at(-1);
      if (fix.receivedAt <= now && (!newer || newer.at - fix.at >= THIN_MS)) kept.push(fix);
    }
    return kept;
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

  #measure(sequence: readonly ServiceStop[]) {
    const { mode } = this.told.run.service;
    const atNm = [0];
    const points = sequence.slice(1).flatMap((stop, index) => {
      const from = sequence[index];
      const line = from ? this.#lineOf(mode, from, stop) : measureLine([]);
      atNm.push((atNm.at(-1) ?? 0) + (line.along.at(-1) ?? 0));
      return line.points;
    });
    return { line: measureLine(points), atNm };
  }
}
