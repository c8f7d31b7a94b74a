import { parseMmsi } from 'graph-schema/codes/mmsi';
import { positionReport, type PositionReport } from 'graph-schema/domain/position';
import type { TransportRef } from 'graph-schema/domain/tracking-event';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { flattenLocation } from '../../claims/dcsa/location.ts';
import type { MessageReader } from '../../claims/dcsa/message-reader.ts';
import { asObject, numberOf, textOf, type JsonObject } from '../../syntax/json-fields.ts';

type Ship = Pick<TransportRef, 'mode' | 'vesselImo' | 'vesselName' | 'callSign' | 'voyage'>;

/**
 * The run that a port call belongs to: inbound it ends the import voyage, outbound it begins the export voyage; alongside
 * it is both, and cargo of either is aboard. Without a voyage it is said of the ship herself, if her IMO number is known.
 * Null, with a finding, where nobody can tell of which ship it is.
 */
export function shipsOf(
  event: JsonObject,
  phase: string | null,
  where: Where,
  reader: MessageReader,
): Ship[] | null {
  const vessel = asObject(event['vessel']);
  const imo = textOf(vessel, 'vesselIMONumber');
  const ship = {
    mode: 'VESSEL' as const,
    vesselImo: imo === null ? null : reader.imo(imo, where),
    vesselName: textOf(vessel, 'vesselName', 'name')?.toUpperCase() ?? null,
    callSign: textOf(vessel, 'vesselCallSign', 'callSign')?.toUpperCase() ?? null,
  };
  if (!(ship.vesselImo ?? ship.vesselName ?? ship.callSign)) return missing('vessel', where, reader);
  const call = asObject(event['terminalCall']);
  const into = voyageOf(call, 'Import');
  const out = voyageOf(call, 'Export');
  const said = phase?.toUpperCase() ?? null;
  const voyages = said === 'INBD' ? [into ?? out] : said === 'OUTB' ? [out ?? into] : [into, out];
  const named = [...new Set(voyages.flatMap((voyage) => voyage?.toUpperCase() ?? []))];
  if (named.length === 0) {
    const field = 'terminalCall.importVoyageNumberOrReference';
    if (ship.vesselImo === null) return missing(field, where, reader);
    reader.findings.addOnce('MISSING_FIELD', 'INFO', `${where.at}.${field}`, ship.vesselImo, where.span);
    return [{ ...ship, voyage: null }];
  }
  return named.map((voyage) => ({ ...ship, voyage }));
}

function voyageOf(call: JsonObject | null, direction: 'Import' | 'Export'): string | null {
  const grouped = asObject(call?.[`${direction.toLowerCase()}VoyageNumberOrReference`]);
  return (
    textOf(grouped, 'carrierVoyageNumber', 'universalVoyageReference') ??
    textOf(call, `carrier${direction}VoyageNumber`, `universal${direction}VoyageReference`)
  );
}

/** Where the ship was when the event was made, if it says so and names her by MMSI, as positions are kept. */
export function shipPosition(
  vessel: JsonObject | null,
  at: string | null,
  { findings }: ClaimContext,
): PositionReport[] {
  const mmsi = textOf(vessel, 'vesselMMSINumber', 'MMSINumber');
  const place = flattenLocation(asObject(vessel?.['vesselPosition']));
  const latitude = numberOf(place, 'latitude');
  const longitude = numberOf(place, 'longitude');
  if (mmsi === null || at === null || latitude === null || longitude === null) return [];
  const number = parseMmsi(mmsi);
  if (!number.ok || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    findings.addOnce('BAD_IDENTIFIER', 'WARNING', 'vessel.vesselPosition', mmsi, null);
    return [];
  }
  return [
    positionReport({
      subject: `MMSI:${number.value}`,
      at,
      latitude,
      longitude,
      vesselName: textOf(vessel, 'vesselName', 'name')?.toUpperCase() ?? null,
      callSign: textOf(vessel, 'vesselCallSign', 'callSign')?.toUpperCase() ?? null,
    }),
  ];
}

function missing(field: string, { at, span }: Where, { findings }: MessageReader): null {
  findings.add('MISSING_FIELD', 'ERROR', `${at}.${field}`, null, span);
  return null;
}
