import type { StopKind } from './predict-way.ts';

type Mode = 'VESSEL' | 'RAIL';

/** Of a stay at a place, or (null) at any place of its kind. */
export function dwellKey(mode: Mode, kind: StopKind, place: string | null): string {
  return `${mode}|${kind}|${place ?? '*'}`;
}

/** Of a lane, of a ship on any lane, and of all. */
export function paceKeys(mode: Mode, carrier: string | null, from: string, to: string): string[] {
  const all = [laneKey(mode, from, to), anyPaceKey(mode)];
  return carrier === null ? all : [...all, carrierKey(mode, carrier)];
}

export function laneKey(mode: Mode, from: string, to: string): string {
  return `${mode}|${from}>${to}`;
}

export function carrierKey(mode: Mode, carrier: string): string {
  return `${mode}|@${carrier}`;
}

export function anyPaceKey(mode: Mode): string {
  return `${mode}|*`;
}

export function errorKey(source: string, horizonHours: number): string {
  return `${source}|${horizonHours}`;
}
