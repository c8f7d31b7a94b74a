import { placeRef } from 'graph-schema/domain/claim';
import { resolveStation, type ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { Span } from 'graph-schema/domain/tracking-event';
import { findText } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import type { ClaimContext } from '../claim-context.ts';

export interface LocatedPlace extends ResolvedPlace {
  /** Country and five-digit code: what the sender calls the place. */
  readonly key: string;
}

/** A LocationIdent: by country and primary code, then by name; its codes are kept where no table knows it. */
export function locationOf(
  location: XmlElement | null,
  at: string,
  span: Span,
  { places, findings }: ClaimContext,
): LocatedPlace {
  const primary = findText(location, 'LocationPrimaryCode') ?? '';
  const key = `${findText(location, 'CountryCodeISO') ?? ''}${primary && primary.padStart(5, '0')}`;
  const name = findText(location, 'PrimaryLocationName');
  const byCode = key ? resolveStation(key, places) : null;
  const resolved = byCode?.place || !name ? byCode : resolveStation(name, places);
  const raw = [key, name].filter((part) => part).join(' ') || null;
  if (!resolved?.place) findings.add('UNKNOWN_PLACE', 'WARNING', at, raw, span);
  return {
    key,
    place: resolved?.place ?? null,
    ref: placeRef({
      unLocode: resolved?.ref.unLocode ?? null,
      railStation: resolved?.ref.railStation ?? null,
      facility: key ? { scheme: 'RAIL_STATION', code: key } : null,
      raw: resolved?.place ? null : raw,
    }),
  };
}
