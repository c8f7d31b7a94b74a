import type { FacilityScheme, PlaceRef } from 'graph-schema/domain/tracking-event';
import { findPlaceView } from '../journey/place-view.ts';
import { segment, type Segment } from './segment.ts';
import { codeFor, textFor, type Writing } from './told.ts';

/** 3055 of a terminal's code, whose list it is from. */
const AGENCIES: Readonly<Partial<Record<FacilityScheme, string>>> = { SMDG: '306', BIC: '20', GLN: '9' };

/**
 *   LOC + 3227 + 3225:1131:3055:3224 + 3223:1131:3055
 *         what   place code and name   terminal
 *
 * A place by its UN/LOCODE (139:6), an airport that was said as one by its IATA code (3), else by its name alone. Null: nothing of
 * it can be told. `longestName`: what the directory has for 3224.
 */
export function location(
  what: string,
  ref: PlaceRef | null,
  longestName: number,
  { places, fit }: Writing,
): Segment | null {
  const view = findPlaceView(ref, places);
  if (!ref || !view) return null;
  const name = textFor(view.name, longestName, fit);
  const { facility } = ref;
  if (facility?.scheme === 'IATA') return segment('LOC', what, [facility.code, '38', '3', name]);
  const code = view.unLocode?.length === 5 ? view.unLocode : null;
  const terminal = facility && codeFor(facility.code, 25, fit);
  if (code === null && name === null && terminal === null) return null;
  const place = code === null ? [null, null, null, name] : [code, '139', '6', name];
  return segment('LOC', what, place, terminal === null || !facility ? null : [terminal, 'TER', AGENCIES[facility.scheme] ?? 'ZZZ']);
} // prettier-ignore
