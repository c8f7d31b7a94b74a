import type { Brand } from './brand.ts';
import { findOceanCarrier, OCEAN_CARRIERS, type OceanCarrier } from './ocean-carriers.ts';
import { accepted, badIdentifier, compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// Master bill of lading: the carrier's SCAC (4 letters) and the carrier's own number. One bill is written with and
// without SCAC by different senders; `ocean-carriers.ts` has the shapes.

/** `COSU6412345678`: with SCAC wherever the carrier is known, else as written. */
export type OceanBillNumber = Brand<'OceanBillNumber'>;

/** EDIFACT element 1154 is an..35; at least two digits, so that TBA, NONE or a vessel's name is no bill. */
const PLAUSIBLE = /^(?=.*\d.*\d)[A-Z0-9]{5,35}$/;
/** A SCAC; Yang Ming also writes the first two letters of its own alone. */
const PREFIX_LENGTHS = [4, 2] as const;

interface Split {
  readonly carrier: OceanCarrier;
  readonly prefix: string;
  readonly body: string;
}

/** The bill split after a prefix of a carrier that is in the table. */
function splitPrefix(value: string): Split | null {
  for (const length of PREFIX_LENGTHS) {
    const prefix = value.slice(0, length);
    const body = value.slice(length);
    const carrier = findOceanCarrier(prefix);
    if (carrier && (length > 2 || carrier.body.test(body))) return { carrier, prefix, body };
  }
  return null;
}

/** A prefix written twice or with its first letter doubled (`MMEDU…`, `MSCUMEDU…`, `COSUCOSU…`) is written once. */
function withoutDoubledPrefix(value: string): string {
  const outer = splitPrefix(value);
  const inner = outer ? splitPrefix(outer.body) : null;
  if (outer && inner && inner.carrier === outer.carrier && inner.carrier.body.test(inner.body))
    return outer.body;
  const shifted = value.charAt(0) === value.charAt(1) ? splitPrefix(value.slice(1)) : null;
  return shifted && !outer && shifted.carrier.body.test(shifted.body) ? value.slice(1) : value;
}

function canonicalPrefix({ carrier, prefix }: Split): string {
  return carrier.aliases.includes(prefix) ? carrier.scac : prefix;
}

/**
 * `scac` is the carrier that the message or its sender names, or null. A prefix in the number itself outranks it when
 * the number has that carrier's shape: on a slot partner's list the sender is not the issuer.
 */
export function parseOceanBill(raw: string, scac: string | null): Parsed<OceanBillNumber> {
  const value = withoutDoubledPrefix(compactBounded(raw));
  if (!PLAUSIBLE.test(value)) return badIdentifier(value);
  const given = scac === null ? '' : scac.trim().toUpperCase();
  const issuer = findOceanCarrier(given);
  const split = splitPrefix(value);
  if (split && (split.carrier === issuer || split.carrier.body.test(split.body) || given === '')) {
    return accepted(canonicalPrefix(split) + split.body);
  }
  if (issuer) return accepted(issuer.scac + value);
  if (!/^[A-Z]{4}$/.test(given) || value.startsWith(given)) return accepted(value);
  return accepted(given + value);
}

/**
 * Every form under which the same bill may have been stored, the given one first: without its SCAC, with the carrier's
 * other prefixes, and for a bare number with the SCAC of each carrier whose bills look so. `extraScacs` are prefixes
 * of carriers that the table does not hold.
 */
export function oceanBillVariants(value: string, extraScacs: readonly string[] = []): string[] {
  const forms = new Set([value]);
  const split = splitPrefix(value);
  const extra = extraScacs.find((scac) => value.startsWith(scac) && PLAUSIBLE.test(value.slice(scac.length)));
  if (split && PLAUSIBLE.test(split.body)) {
    forms.add(split.body);
    for (const prefix of [split.carrier.scac, ...split.carrier.aliases, ...split.carrier.legacy]) {
      forms.add(prefix + split.body);
    }
  } else if (extra) {
    forms.add(value.slice(extra.length));
  }
  if (!split) {
    for (const carrier of carriersOfBareBill(value)) forms.add(carrier.scac + value);
    for (const scac of extraScacs) if (scac !== extra) forms.add(scac + value);
  }
  return [...forms];
}

/** The carriers whose bills, written without prefix, have this shape; confirmed shapes first. */
export function carriersOfBareBill(value: string): readonly OceanCarrier[] {
  const fitting = OCEAN_CARRIERS.filter((carrier) => carrier.writtenBare && carrier.body.test(value));
  return [...fitting.filter(({ mark }) => mark === 'V'), ...fitting.filter(({ mark }) => mark === 'E')];
}

/** The carrier that a number names by its prefix. `exact`: the rest has the shape that this carrier uses. */
export function carrierOfBill(
  value: string,
): { readonly carrier: OceanCarrier; readonly exact: boolean } | null {
  const split = splitPrefix(value);
  return split ? { carrier: split.carrier, exact: split.carrier.body.test(split.body) } : null;
}
