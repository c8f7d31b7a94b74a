import { townsOf } from 'graph-schema/domain/journey/towns';
import type { Context } from '../context.ts';
import { countedAtPort } from './counted-at-port.ts';
import {
  boxesStanding,
  boxesWaiting,
  boxStays,
  waitsOf,
  type BoxesStanding,
  type BoxesWaiting,
  type BoxStay,
  type WaitingBox,
} from './port-boxes.ts';
import { portRuns, toldOfRuns, type PortRun, type ToldOfRun } from './port-runs.ts';
import { seenAtPort } from './seen-at-port.ts';

/** A port as it stands, or stood, by the cargo that the asker sees. */
export interface PortNow {
  /** Epoch milliseconds, service time: now, or the instant looked back at. */
  readonly at: number;
  readonly runs: readonly PortRun[];
  readonly standing: readonly BoxesStanding[];
  readonly waiting: readonly BoxesWaiting[];
  readonly isWaitingWithheld: boolean;
  /** There is more: all that is counted is at least so much. */
  readonly isPartial: boolean;
}

/** @param asOf as known at that instant, epoch milliseconds; null: now. Throws an `AsOfError`. */
export async function portNow(
  port: string,
  context: Pick<Context, 'graph' | 'asker' | 'access' | 'shipments' | 'shipmentsThen' | 'now' | 'places'>,
  asOf: number | null,
): Promise<PortNow> {
  const at = asOf ?? context.now();
  const townOf = townsOf(context.places);
  const [runs, stays, open, counted]: [ToldOfRun[], BoxStay[], WaitingBox[], WaitingBox[]] = [[], [], [], []];
  let [isPartial, isWaitingWithheld] = [false, false];
  for await (const seen of seenAtPort(port, context, asOf)) {
    const closed = seen.views.filter(({ withheld }) => withheld.includes('RELEASE'));
    const summed = await countedAtPort(port, closed.map(({ id }) => id), context, asOf);
    for (const view of seen.views) {
      runs.push(...toldOfRuns(port, view, townOf));
      stays.push(...boxStays(port, view, townOf));
      open.push(...waitsOf(port, view, townOf));
    }
    for (const view of summed) counted.push(...waitsOf(port, view, townOf));
    isPartial ||= seen.isPartial;
    isWaitingWithheld ||= summed.length < closed.length;
  }
  return { at, runs: portRuns(runs, at), standing: boxesStanding(stays), waiting: boxesWaiting(open, counted), isWaitingWithheld, isPartial };
} // prettier-ignore
