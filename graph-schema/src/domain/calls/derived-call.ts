import type { Spot } from './call-zones.ts';

/** What a track shows to have happened. */
export interface DerivedCall {
  readonly code: 'ARRIVED' | 'ANCHORED' | 'BERTHED' | 'UNBERTHED' | 'DEPARTED' | 'PASSED';
  /** Epoch seconds, to the five minutes that tracks are kept in. */
  readonly at: number;
  /** Port with or without its terminal, airport, station; null for a strait or canal. */
  readonly spot: Pick<Spot, 'unLocode' | 'code'> | null;
  /** Berth of the terminal; null where none is sure, and for what is no ship. */
  readonly berth: string | null;
  /** Name of the strait or canal. */
  readonly passage: string | null;
  /** Times of the positions between which it happened, epoch seconds. */
  readonly between: readonly [number, number];
}

const STEP_SECONDS = 300;

/** The stretch of five minutes, so that another position in it changes nothing. */
export function stepOf(at: number): number {
  return Math.floor(at / STEP_SECONDS) * STEP_SECONDS;
}

/** Each once, by time. */
export function inTurn(calls: readonly DerivedCall[]): DerivedCall[] {
  const names = new Map(calls.map((call): [string, DerivedCall] => [nameOf(call), call]));
  return [...names]
    .sort(([a, one], [b, other]) => one.at - other.at || (a < b ? -1 : 1))
    .map(([, call]) => call);
}

function nameOf({ code, at, spot, berth, passage }: DerivedCall): string {
  return [code, at, spot?.unLocode, spot?.code, berth, passage].join('|');
}
