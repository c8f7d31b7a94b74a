import { placeRef } from 'graph-schema/domain/claim';
import { resolveLocode, type ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { PlaceRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext } from '../../claims/claim-context.ts';
import { findChild, findText } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';

const COUNTRIES = loadCodeList('eu-customs-status/office-countries');

/** The office that speaks: the one of destination before that of departure, for it is named only where it acts. */
const OFFICES = [
  'CustomsOfficeOfDestinationActual',
  'CustomsOfficeOfEnquiryAtDeparture',
  'CustomsOfficeOfExitActual',
  'CustomsOfficeOfDeparture',
  'CustomsOfficeOfExport',
  'CustomsOfficeOfImport',
];

export function officeOf(message: XmlElement, scope: ClaimContext): ResolvedPlace | null {
  for (const name of OFFICES) {
    const code = findText(message, name, 'referenceNumber');
    if (code !== null) return customsOffice(code, scope);
  }
  return null;
}

/**
 * A customs office of the EU list (`DE004851`): two letters of the country and six characters. Which town it is in says
 * the sender's profile, if anybody; the country and its clocks say the letters.
 */
export function customsOffice(code: string, { places, source }: ClaimContext): ResolvedPlace {
  const written = code.trim().toUpperCase().slice(0, 35);
  const [, country] = /^([A-Z]{2})[A-Z0-9]{6}$/.exec(written) ?? [];
  const facility = { scheme: country ? ('EU_CUSTOMS' as const) : ('LOCAL' as const), code: written };
  const alias = source.placeAliases[written];
  if (alias !== undefined) return resolveLocode(alias, facility, places, source.placeAliases);
  const zone = COUNTRIES.find(country ?? '')?.canonical ?? null;
  const none = { unLocode: null, nameZh: null, latitude: null, longitude: null } as const;
  const office = { ...none, id: `CUSTOMS:${written}`, name: written, kind: 'CUSTOMS_OFFICE' } as const;
  return {
    ref: placeRef({ facility, raw: written }),
    place: country && zone ? { ...office, country, zone } : null,
  };
}

export function placeNamed(
  consignment: XmlElement | null,
  name: string,
  { places, source }: ClaimContext,
): PlaceRef | null {
  const place = findChild(consignment, name);
  const locode = findText(place, 'UNLocode');
  if (locode !== null) return resolveLocode(locode, null, places, source.placeAliases).ref;
  const location = findText(place, 'location');
  return location === null ? null : placeRef({ raw: location.slice(0, 100) });
}
