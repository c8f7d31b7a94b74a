import { claim, transport } from 'graph-schema/domain/claim';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EventTime } from 'graph-schema/domain/tracking-event';
import type { X12Set } from '../../syntax/x12/envelope.ts';
import { readContents } from './contents.ts';
import { readGoods } from './goods.ts';
import type { X12Context, X12Reader } from './interchange.ts';
import { findTag } from './loops.ts';
import { readParties } from './parties.ts';
import { railPapers, railWaybill } from './rail.ts';
import { distinct, readReferences } from './references.ts';
import { emptyUnit, purposeOf, sentTime, setReader, type SetName, type X12Unit } from './set-reader.ts';

/**
 * Shipment information from a shipper to a railway (404), and the waybill that one railway hands to the next (417).
 *
 *   BX * purpose * 91 mode * payment * shipment * SCAC * 188 unit    BNX    M3 * 132 release * date * time * zone
 *   { N9 } { CM * voyage * port function * port … } { N7 { M7 } [M12] } F9 * * city * state    D9 * * city * state
 *   { N1 N3 N4 } { R2 } { LX { L5 } { L0 } { LH1 } }
 */
export function railWaybillReader(): X12Reader {
  return setReader({ unit: 'BX', name: nameOfWaybill, units: readWaybill, cancelled: readCancelled });
}

function nameOfWaybill(set: X12Set, context: X12Context): SetName {
  const bx = findTag(set.segments, 'BX');
  return {
    reference: bx?.read(4) ?? null,
    action: purposeOf(bx?.code(1) ?? null, `${set.at}/BX`, bx ?? set.span, context),
  };
}

function papersOf(set: X12Set, context: X12Context) {
  const { segments, at } = set;
  const bx = findTag(segments, 'BX');
  const scac = bx?.code(5) ?? null;
  const shipment = bx?.read(4) ?? null;
  const own = shipment === null ? null : railWaybill(shipment, scac, 'BX04');
  const named = readReferences(segments, 'RAIL', null, at, context).filter(
    ({ scheme }) => scheme !== 'RAIL_NOTE',
  );
  return distinct([own, ...railPapers(segments, scac), ...named]);
}

function readWaybill(set: X12Set, context: X12Context): X12Unit[] {
  const { segments, at, span } = set;
  const bx = findTag(segments, 'BX');
  if (!bx) return [];
  const documents = papersOf(set, context);
  const contents = readContents(segments, at, 'WAGON', context);
  if (!documents.some(({ scheme }) => scheme === 'RAIL_NOTE')) {
    context.findings.add('MISSING_FIELD', 'ERROR', `${at}/BX`, 'number of the shipment (BX04)', span);
    return [emptyUnit(span)];
  }
  const from = stationOf(set, 'F9', context);
  const time = releaseTime(set, from, context) ?? sentTime(set, context);
  if (!time) {
    context.findings.add('MISSING_FIELD', 'ERROR', at, 'date of the waybill (M302)', span);
    return [emptyUnit(span)];
  }
  const cars = contents.filter(({ kind }) => kind === 'WAGON');
  const issued = claim({
    code: 'CONSIGNMENT_NOTE_ISSUED',
    classifier: 'ACTUAL',
    time,
    place: from?.ref ?? null,
    documents,
    contents,
    transport: transport({ mode: 'RAIL', wagon: cars.length === 1 ? (cars[0]?.reference ?? null) : null }),
    from: from?.ref ?? null,
    to: stationOf(set, 'D9', context)?.ref ?? null,
    parties: readParties(segments, at, context),
    goods: readGoods(segments),
    rawCode: set.type,
  });
  return [{ events: [issued], span }];
}

/** F9 is the station of origin, D9 that of destination. */
function stationOf({ segments, at }: X12Set, tag: 'F9' | 'D9', context: X12Context): ResolvedPlace | null {
  const segment = findTag(segments, tag);
  if (!segment) return null;
  const city = { name: segment.read(2), state: segment.code(3), country: segment.code(4) };
  return context.placesAndTimes.place(city, { at: `${at}/${tag}`, span: segment });
}

function releaseTime(
  { segments, at }: X12Set,
  place: ResolvedPlace | null,
  context: X12Context,
): EventTime | null {
  const m3 = findTag(segments, 'M3');
  if (m3?.read(2) == null) return null;
  const written = { date: m3.read(2), time: m3.read(3), zone: m3.code(4) };
  return context.placesAndTimes.time(written, place, { at: `${at}/M3`, span: m3 });
}

/** What was withdrawn says all: there is no event for a note that is taken back. */
function readCancelled(): X12Unit[] {
  return [];
}
