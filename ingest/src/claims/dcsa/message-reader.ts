import { compactBounded } from 'graph-schema/codes/outcome';
import { parseBooking } from 'graph-schema/codes/booking';
import { parseImo } from 'graph-schema/codes/imo';
import { completeContainerNumber, parseContainerNumber } from 'graph-schema/codes/iso6346';
import { carrierOfBill, parseOceanBill } from 'graph-schema/codes/ocean-bill';
import type { Parsed } from 'graph-schema/codes/parsed';
import { documentRef, placeRef } from 'graph-schema/domain/claim';
import { resolveLocode, type ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { DocumentRef, FacilityScheme } from 'graph-schema/domain/tracking-event';
import { remember } from '../json/remember.ts';
import type { Findings } from '../../syntax/findings.ts';
import type { ClaimContext, SenderContext, Where } from '../claim-context.ts';
import type { DcsaLists } from './lists.ts';
import { numberOf, textOf, type JsonObject } from '../../syntax/json-fields.ts';

/** The specification shows UUIDs where carriers' numbers belong; they name nothing outside the sender's database. */
export const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Numbers and places of one message. A page of events repeats the same few a hundred times, so each is looked up once;
 * a doubtful one is one finding, at the first event that has it.
 */
export interface MessageReader {
  readonly context: SenderContext;
  readonly lists: DcsaLists;
  readonly findings: Findings;
  readonly container: (raw: string, where: Where) => string;
  readonly imo: (raw: string, where: Where) => string | null;
  /** `type`: documentReferenceType, documentTypeCode or referenceType. Null for a number that cannot be one. */
  readonly document: (type: string, raw: string, where: Where) => DocumentRef | null;
  /** A location or transport call; null when it says nothing of a place. */
  readonly place: (location: JsonObject | null, where: Where) => ResolvedPlace | null;
}

export function messageReader(context: ClaimContext, lists: DcsaLists): MessageReader {
  const { findings } = context;
  const { references } = lists;
  const containers = new Map<string, string>();
  const imos = new Map<string, string | null>();
  const documents = new Map<string, DocumentRef | null>();
  const places = new Map<string, ResolvedPlace>();
  const doubt = (parsed: Parsed<string>, raw: string, name: string, where: Where): void => {
    if (!parsed.ok) findings.add(parsed.problem, 'WARNING', `${where.at}.${name}`, raw, where.span);
  };
  return {
    context,
    lists,
    findings,
    container: (raw, where) =>
      remember(containers, raw, () => {
        const parsed = parseContainerNumber(raw);
        doubt(parsed, raw, 'equipmentReference', where);
        return parsed.ok ? parsed.value : (completeContainerNumber(raw) ?? parsed.value);
      }),
    imo: (raw, where) =>
      remember(imos, raw, () => {
        const parsed = parseImo(raw);
        doubt(parsed, raw, 'vesselIMONumber', where);
        return parsed.ok ? parsed.value : null;
      }),
    document: (type, raw, where) =>
      remember(documents, `${type}\n${raw}`, () => {
        const scheme = references.find(type)?.canonical ?? null;
        if (scheme === null)
          findings.unmapped(references, type, `${where.at}.documentReferences`, where.span);
        if (scheme === 'MASTER_BILL' && !UUID.test(raw)) {
          const bill = parseOceanBill(raw, context.source.scac);
          doubt(bill, raw, 'documentReferences', where);
          const issuer = carrierOfBill(bill.value)?.carrier.scac ?? context.source.scac;
          return bill.ok ? documentRef('MASTER_BILL', bill.value, { issuer, declaredAs: type }) : null;
        }
        if (scheme === 'BOOKING' && !UUID.test(raw)) {
          const booking = parseBooking(raw);
          doubt(booking, raw, 'documentReferences', where);
          const issuer = context.source.scac;
          return booking.ok ? documentRef('BOOKING', booking.value, { issuer, declaredAs: type }) : null;
        }
        const number = compactBounded(raw).slice(0, 100);
        const kept = scheme === 'CERTIFICATE' || scheme === 'DELIVERY_ORDER' ? scheme : 'REFERENCE';
        return number === '' ? null : documentRef(kept, number, { declaredAs: type });
      }),
    place: (location, where) => {
      const facility = textOf(location, 'facilityCode');
      const provider = textOf(location, 'facilityCodeListProvider');
      const locode = textOf(location, 'UNLocationCode') ?? portOfBicCode(provider, facility);
      const name = textOf(location, 'locationName', 'otherFacility') ?? coordinatesOf(location);
      if (locode === null && facility === null && name === null) return null;
      return remember(places, `${locode}\n${provider}\n${facility}\n${locode === null ? name : ''}`, () => {
        const terminal =
          facility === null ? null : { scheme: facilityScheme(provider), code: facility.toUpperCase() };
        if (locode === null) return { ref: placeRef({ facility: terminal, raw: name }), place: null };
        const resolved = resolveLocode(locode, terminal, context.places, context.source.placeAliases);
        if (!resolved.place)
          findings.add('UNKNOWN_PLACE', 'WARNING', `${where.at}.UNLocationCode`, locode, where.span);
        return resolved;
      });
    },
  };
}

/** A BIC facility code begins with the UN/LOCODE of its place (`NLRTMABCD`). */
function portOfBicCode(provider: string | null, code: string | null): string | null {
  return provider === 'BIC' && code !== null && /^[A-Z]{2}[A-Z2-9]{3}[A-Z0-9]{4}$/i.test(code)
    ? code.slice(0, 5)
    : null;
}

function coordinatesOf(location: JsonObject | null): string | null {
  const latitude = numberOf(location, 'latitude');
  const longitude = numberOf(location, 'longitude');
  return latitude === null || longitude === null ? null : `geo:${latitude},${longitude}`;
}

function facilityScheme(provider: string | null): FacilityScheme {
  return provider === 'SMDG' || provider === 'BIC' ? provider : 'LOCAL';
}
