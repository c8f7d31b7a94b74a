import { claim, transport } from 'graph-schema/domain/claim';
import type { DocumentRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { readTime } from '../json/iso-time.ts';
import { asObject, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import type { Where } from '../claim-context.ts';
import { flattenLocation } from './location.ts';
import type { MessageReader } from './message-reader.ts';

const MODES = loadCodeList('dcsa/transport-modes');

/** A leg of the plan: when it is to leave its first place, and to come to its last. */
export function plannedLeg(
  leg: JsonObject,
  ends: { readonly from: string; readonly to: string },
  documents: readonly DocumentRef[],
  where: Where,
  reader: MessageReader,
): TrackingEvent[] {
  const from = reader.place(flattenLocation(asObject(leg[ends.from])), where);
  const to = reader.place(flattenLocation(asObject(leg[ends.to])), where);
  const imo = textOf(leg, 'vesselIMONumber');
  const name = textOf(leg, 'vesselName')?.toUpperCase() ?? null;
  const said = textOf(leg, 'modeOfTransport')?.toUpperCase();
  const mode = said === undefined ? 'VESSEL' : (MODES.find(said)?.canonical ?? null);
  const voyage = textOf(leg, 'carrierExportVoyageNumber', 'carrierImportVoyageNumber')?.toUpperCase() ?? null;
  const isShip = mode === 'VESSEL' && (imo ?? name) !== null;
  const ship = isShip
    ? transport({
        mode: 'VESSEL',
        vesselImo: imo === null ? null : reader.imo(imo, where),
        vesselName: name,
        voyage,
      })
    : null;
  const route = { documents, transport: ship, from: from?.ref ?? null, to: to?.ref ?? null };
  const times = [
    ['DEPARTED', from, 'plannedDepartureDate'],
    ['ARRIVED', to, 'plannedArrivalDate'],
  ] as const;
  return times.flatMap(([code, at, field]): TrackingEvent[] => {
    const written = textOf(leg, field);
    if (written === null || !at) return [];
    const time = readTime(written, at.place, reader.context.source.defaultZone);
    if (!time) {
      reader.findings.add('BAD_TIME', 'WARNING', `${where.at}.${field}`, written, where.span);
      return [];
    }
    return [claim({ ...route, code, classifier: 'PLANNED', time, place: at.ref, rawCode: field })];
  });
}
