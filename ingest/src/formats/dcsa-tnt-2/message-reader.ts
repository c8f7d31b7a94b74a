import { compactBounded } from 'graph-schema/codes/outcome';
import { parseBooking } from 'graph-schema/codes/booking';
import { parseImo } from 'graph-schema/codes/imo';
import { completeContainerNumber, parseContainerNumber } from 'graph-schema/codes/iso6346';
import { carrierOfBill, parseOceanBill } from 'graph-schema/codes/ocean-bill';
import type { Parsed } from 'graph-schema/codes/parsed';
import { documentRef, placeRef } from 'graph-schema/domain/claim';
import { resolveLocode, type ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { DocumentRef, FacilityScheme } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { Findings } from '../../syntax/findings.ts';
import type { JsonSpan } from '../../syntax/json-spans.ts';
import type { ReadContext } from '../message-format.ts';
import { textOf, type JsonObject } from './json-fields.ts';

const REFERENCE_TYPES = loadCodeList('dcsa-tnt-2/reference-types');
/** The specification shows UUIDs where carriers' numbers belong; they name nothing outside the sender's database. */
export const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Where an issue is: the path of the event and its bytes. */
export interface Spot {
  readonly path: string;
  readonly span: JsonSpan;
}

/**
 * Numbers and places of one message. A page of events repeats the same few a hundred times, so each is looked up once;
 * a doubtful one is one finding, at the first event that has it.
 */
export interface MessageReader {
  readonly context: ReadContext;
  readonly findings: Findings;
  readonly container: (raw: string, at: Spot) => string;
  readonly imo: (raw: string, at: Spot) => string | null;
  /** `type`: documentReferenceType, documentTypeCode or referenceType. Null for a number that cannot be one. */
  readonly document: (type: string, raw: string, at: Spot) => DocumentRef | null;
  /** A location or transport call; null when it says nothing of a place. */
  readonly place: (location: JsonObject | null, at: Spot) => ResolvedPlace | null;
}

export function messageReader(context: ReadContext, findings: Findings): MessageReader {
  const containers = new Map<string, string>();
  const imos = new Map<string, string | null>();
  const documents = new Map<string, DocumentRef | null>();
  const places = new Map<string, ResolvedPlace>();
  const doubt = (parsed: Parsed<string>, raw: string, name: string, at: Spot): void => {
    if (!parsed.ok) findings.add(parsed.problem, 'WARNING', `${at.path}.${name}`, raw, at.span);
  };
  return {
    context,
    findings,
    container: (raw, at) =>
      remember(containers, raw, () => {
        const parsed = parseContainerNumber(raw);
        doubt(parsed, raw, 'equipmentReference', at);
        return parsed.ok ? parsed.value : (completeContainerNumber(raw) ?? parsed.value);
      }),
    imo: (raw, at) =>
      remember(imos, raw, () => {
        const parsed = parseImo(raw);
        doubt(parsed, raw, 'vesselIMONumber', at);
        return parsed.ok ? parsed.value : null;
      }),
    document: (type, raw, at) =>
      remember(documents, `${type}\n${raw}`, () => {
        const scheme = REFERENCE_TYPES.find(type)?.canonical ?? null;
        if (scheme === null)
          findings.unmapped(REFERENCE_TYPES, type, `${at.path}.documentReferences`, at.span);
        if (scheme === 'MASTER_BILL' && !UUID.test(raw)) {
          const bill = parseOceanBill(raw, context.source.scac);
          doubt(bill, raw, 'documentReferences', at);
          const issuer = carrierOfBill(bill.value)?.carrier.scac ?? context.source.scac;
          return bill.ok ? documentRef('MASTER_BILL', bill.value, { issuer, declaredAs: type }) : null;
        }
        if (scheme === 'BOOKING' && !UUID.test(raw)) {
          const booking = parseBooking(raw);
          doubt(booking, raw, 'documentReferences', at);
          const issuer = context.source.scac;
          return booking.ok ? documentRef('BOOKING', booking.value, { issuer, declaredAs: type }) : null;
        }
        const number = compactBounded(raw).slice(0, 100);
        return number === '' ? null : documentRef('REFERENCE', number, { declaredAs: type });
      }),
    place: (location, at) => {
      const locode = textOf(location, 'UNLocationCode');
      const facility = textOf(location, 'facilityCode');
      const name = textOf(location, 'locationName', 'otherFacility');
      if (locode === null && facility === null && name === null) return null;
      const provider = textOf(location, 'facilityCodeListProvider');
      return remember(places, `${locode}\n${provider}\n${facility}\n${locode === null ? name : ''}`, () => {
        const terminal =
          facility === null ? null : { scheme: facilityScheme(provider), code: facility.toUpperCase() };
        if (locode === null) return { ref: placeRef({ facility: terminal, raw: name }), place: null };
        const resolved = resolveLocode(locode, terminal, context.places, context.source.placeAliases);
        if (!resolved.place)
          findings.add('UNKNOWN_PLACE', 'WARNING', `${at.path}.UNLocationCode`, locode, at.span);
        return resolved;
      });
    },
  };
}

function facilityScheme(provider: string | null): FacilityScheme {
  return provider === 'SMDG' || provider === 'BIC' ? provider : 'LOCAL';
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
