import { normaliseText } from 'graph-schema/codes/parsed';
import { placeRef } from 'graph-schema/domain/claim';
import { resolveAirport, resolveCustomsOffice, resolveLocode } from 'graph-schema/domain/resolve-place';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { TransportMode } from 'graph-schema/domain/tracking-event';
import type { SenderContext } from '../claim-context.ts';
import type { CustomsScope } from './customs-scope.ts';

/**
 * A location as manifests write it: `CNNGB310401/3104` is port, supervised site and customs office; `USLAX`, `PEK`,
 * `CNZOS/2904` leave parts out; office `0000` means none.
 */
export function readLocation(written: string, mode: TransportMode, scope: CustomsScope): ResolvedPlace {
  const [site = '', office = ''] = normaliseText(written).split('/');
  const { places } = scope;
  const customs = /^\d{4}$/.test(office) && office !== '0000' ? resolveCustomsOffice(office, places) : null;
  const facility = site.length > 5 ? { scheme: 'CN_CUSTOMS_SITE' as const, code: site } : null;
  const found = findSite(site, mode, scope);
  if (!found.place && site) scope.findings.add('UNKNOWN_PLACE', 'WARNING', scope.at, written, scope.span);
  return {
    ref: placeRef({
      unLocode: found.ref.unLocode,
      facility: facility ?? found.ref.facility,
      customsOffice: customs?.ref.customsOffice ?? null,
      raw: found.place ? null : written,
    }),
    place: found.place ?? customs?.place ?? null,
  };
}

/** A site begins with its UN/LOCODE; airports stand as IATA codes too, and their UN/LOCODE ends in one. */
function findSite(site: string, mode: TransportMode, { places, source }: SenderContext): ResolvedPlace {
  const locode = /^[A-Z]{2}[A-Z0-9]{3}/.test(site) ? site.slice(0, 5) : site;
  if (mode === 'AIR' && /^[A-Z]{3}$/.test(site)) return resolveAirport(site, places);
  const found = resolveLocode(locode, null, places, source.placeAliases);
  if (found.place || mode !== 'AIR') return found;
  const airport = resolveAirport(locode.slice(2), places);
  return airport.ref.unLocode === locode ? airport : found;
}
