import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { PlaceRef } from 'graph-schema/domain/tracking-event';
import type { Where } from '../claim-context.ts';
import type { PlacesAndTimes } from '../ports/place-and-time.ts';
import { findLocation, readLocation } from './location.ts';
import type { FindSegment } from './segments.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';

export interface PlaceContext {
  readonly placesAndTimes: PlacesAndTimes;
}

/** The place of a LOC segment, by its code, else its terminal, else its name; null when it says none of them. */
export function placeOfSegment(
  segment: EdifactSegment,
  at: string,
  { placesAndTimes }: PlaceContext,
): ResolvedPlace | null {
  const { code, facility, isAirport } = readLocation(segment);
  if (code === null && facility === null) return null;
  const where = { at: `${at}/LOC`, span: segment };
  if (isAirport && code !== null) return placesAndTimes.airport(code, where);
  return placesAndTimes.place(code ?? facility?.code ?? '', facility, where);
}

/** The place of the first of these LOC functions (3227) that is there, in order of preference. */
export function placeOf(
  functions: readonly string[],
  find: FindSegment,
  { at }: Pick<Where, 'at'>,
  context: PlaceContext,
): ResolvedPlace | null {
  const found = findLocation(find, functions);
  return found && placeOfSegment(found.segment, at, context);
}

/** LOC 3227: 9 loading, 88 receipt, 76 original loading, 5 departure; the other end likewise. */
const ORIGINS = ['9', '88', '76', '5'];
const DESTINATIONS = ['11', '7', '8', '83'];

/** Where the cargo comes from and goes to: ports of loading and discharge, else receipt and delivery. */
export function routeIn(
  find: FindSegment,
  where: Pick<Where, 'at'>,
  context: PlaceContext,
): { readonly from: PlaceRef | null; readonly to: PlaceRef | null } {
  return {
    from: placeOf(ORIGINS, find, where, context)?.ref ?? null,
    to: placeOf(DESTINATIONS, find, where, context)?.ref ?? null,
  };
}
