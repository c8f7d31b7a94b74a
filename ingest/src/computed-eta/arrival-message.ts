import type { RunLeg } from 'graph-schema/domain/eta/awaited-arrival';
import { basisOf } from 'graph-schema/domain/eta/computed-claim';
import type { EtaPrediction } from 'graph-schema/domain/eta/predict';
import type { SaidEta } from 'graph-schema/domain/eta/predict-say';
import { iso, runNamed } from './run-named.ts';

/** To the minute it would be more exact than it can be known. */
const TOLD_TO_MS = 10 * 60_000;

/** Thread of what is computed of one run at one place. */
export function threadOf({ key }: RunLeg): string {
  return `eta:${key}`;
}

/** The time that is told of a computed one. */
export function toldTime(eta: number): number {
  return Math.ceil(eta / TOLD_TO_MS) * TOLD_TO_MS;
}

/**
 * The message that tells a computed arrival (`computed-eta-1`). Null where the run has no name that claims about it could be
 * found by: a ship without IMO number, a train without its day.
 */
export function arrivalMessage(
  run: RunLeg,
  imo: string | null,
  said: SaidEta,
  prediction: EtaPrediction | null,
): Buffer | null {
  const named = runNamed(run, imo);
  const { to } = run.leg;
  if (!named || !to) return null;
  const record = {
    computed: 'eta-1',
    thread: threadOf(run),
    version: said.saidAt,
    mode: run.mode,
    ...named,
    unLocode: to.unLocode,
    station: to.railStation,
    at: iso(said.eta),
    isProven: said.isProven,
    basis: prediction && basisTold(prediction, said.eta),
  };
  return Buffer.from(`[\n${JSON.stringify(record)}\n]\n`);
}

function basisTold(prediction: EtaPrediction, eta: number) {
  const { bandFrom, bandTo, closed, positionAt, milesLeft, movingHours, dwellHours, stays, passages, stops } = basisOf(prediction, eta); // prettier-ignore
  return {
    from: iso(bandFrom),
    to: iso(bandTo),
    closed,
    positionAt: iso(positionAt),
    milesLeft: tenth(milesLeft),
    movingHours: tenth(movingHours),
    dwellHours: tenth(dwellHours),
    stays,
    passages,
    stops: stops.map(({ kind, place, hours }) => ({ kind, place, hours: tenth(hours) })),
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
