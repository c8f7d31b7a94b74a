import { townsOf } from 'graph-schema/domain/journey/towns';
import type { Context } from '../context.ts';
import { boxesStanding, boxesWaiting, type BoxesStanding, type BoxesWaiting } from './port-boxes.ts';
import { portRuns, type PortRun } from './port-runs.ts';
import { countedAtPort } from './counted-at-port.ts';
import { seenAtPort } from './seen-at-port.ts';

/** A port as it stands, or stood, by the cargo that the asker sees. */
export interface PortNow {
  /** Epoch milliseconds, service time: now, or the instant looked back at. */
  readonly at: number;
  readonly runs: readonly PortRun[];
  readonly standing: readonly BoxesStanding[];
  readonly waiting: readonly BoxesWaiting[];
  readonly isWaitingWithheld: boolean;
  readonly isPartial: boolean;
}

/** @param asOf as known at that instant, epoch milliseconds; null: now. Throws an `AsOfError`. */
export async function portNow(
  port: string,
  context: Pick<Context, 'graph' | 'asker' | 'access' | 'shipments' | 'shipmentsThen' | 'now' | 'places'>,
  asOf: number | null,
): Promise<PortNow> {
  const at = asOf ?? context.now();
  const { views, isPartial } = await seenAtPort(port, context, asOf);
  const townOf = townsOf(context.places);
  const closed = views.filter(({ withheld }) => withheld.includes('RELEASE'));
  const counted = await countedAtPort(port, closed.map(({ id }) => id), context, asOf);
  return {
    at,
    runs: portRuns(port, views, at, townOf),
    standing: boxesStanding(port, views, townOf),
    waiting: boxesWaiting(port, views, counted, townOf),
    isWaitingWithheld: counted.length < closed.length,
    isPartial,
  };
} // prettier-ignore
