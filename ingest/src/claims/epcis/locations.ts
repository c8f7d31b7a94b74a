import { placeRef } from 'graph-schema/domain/claim';
import { resolveLocode, type ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { ClaimContext, Where } from '../claim-context.ts';
import { remember } from '../json/remember.ts';
import { glnOf } from './gln.ts';

/** URIs of UN/LOCODE in use: vocabulary.uncefact.org, and URNs that end in country and place. */
const LOCODE_URI = /(?:unlocode|locode)[/:#=-]+([A-Z]{2})[:/ -]?([A-Z2-9]{3})$/i;
const BARE_LOCODE = /^[A-Z]{2}[A-Z2-9]{3}$/;

export type ReadLocation = (uri: string | null, where: Where) => ResolvedPlace | null;

/**
 * Reads locations of one message (SGLN, digital link, `geo:` URI, UN/LOCODE). GS1 gives no table of its location
 * numbers: the sender's own place aliases name the port behind a GLN or a URI, and without one it is shown as received.
 */
export function locationReader({ source, places, findings }: ClaimContext): ReadLocation {
  const known = new Map<string, ResolvedPlace>();
  return (uri, where) =>
    uri === null
      ? null
      : remember(known, uri, () => {
          const gln = glnOf(uri);
          const facility = gln === null ? null : { scheme: 'GLN' as const, code: gln };
          const aliases = source.placeAliases;
          const alias =
            aliases[uri] ?? aliases[uri.toUpperCase()] ?? (gln === null ? undefined : aliases[gln]);
          const [, country, code] = uri.length > 256 ? [] : (LOCODE_URI.exec(uri) ?? []);
          const locode = alias ?? (country && code ? country + code : BARE_LOCODE.test(uri) ? uri : null);
          if (locode !== null) {
            const resolved = resolveLocode(locode, facility, places, aliases);
            if (!resolved.place) findings.addOnce('UNKNOWN_PLACE', 'WARNING', where.at, uri, where.span);
            return resolved;
          }
          if (!/^geo:/i.test(uri)) findings.addOnce('UNKNOWN_PLACE', 'WARNING', where.at, uri, where.span);
          return { ref: placeRef({ facility, raw: uri.slice(0, 256) }), place: null };
        });
}
