import { placeRef } from 'graph-schema/domain/claim';
import { resolveLocode } from 'graph-schema/domain/resolve-place';
import type { PlaceRef } from 'graph-schema/domain/tracking-event';
import type { ClaimContext } from '../../claims/claim-context.ts';
import { findChild, findText } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';

/** The office that speaks: the one of destination before that of departure, for it is named only where it acts. */
const OFFICES = [
  'CustomsOfficeOfDestinationActual',
  'CustomsOfficeOfEnquiryAtDeparture',
  'CustomsOfficeOfExitActual',
  'CustomsOfficeOfDeparture',
  'CustomsOfficeOfExport',
  'CustomsOfficeOfImport',
];

export function officeOf(message: XmlElement): PlaceRef | null {
  for (const name of OFFICES) {
    const code = findText(message, name, 'referenceNumber');
    if (code !== null) return customsOffice(code);
  }
  return null;
}

/** A customs office of the EU list (`DE004851`): two letters of the country and six characters. */
export function customsOffice(code: string): PlaceRef {
  const written = code.trim().toUpperCase().slice(0, 35);
  return placeRef({ facility: { scheme: 'LOCAL', code: written }, raw: written });
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
