import { compactBounded } from 'graph-schema/codes/outcome';
import { transport } from 'graph-schema/domain/claim';
import type { TransportMode, TransportRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { asObject, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import type { Where } from '../claim-context.ts';
import type { MessageReader } from './message-reader.ts';

const MODES = loadCodeList('dcsa/transport-modes');

/** Whether an event ends the voyage on which the ship came to the call, or belongs to the one on which she leaves. */
export type Bound = 'IN' | 'OUT';

/**
 * The means of transport of a transport call; null when nothing of it is known. A ship may come as 037W and leave as
 * 038E, so what happens to inbound cargo takes the import voyage first. `carrierVoyageNumber` (deprecated) is the
 * export voyage by its own definition. A rail service number stands in the same fields.
 */
export function transportOf(
  call: JsonObject | null,
  bound: Bound,
  reader: MessageReader,
  where: Where,
): TransportRef | null {
  if (!call) return null;
  const vessel = asObject(call['vessel']);
  const mode = modeOf(call, vessel, reader, where);
  if (!mode) return null;
  const out = ['exportVoyageNumber', 'carrierExportVoyageNumber', 'carrierVoyageNumber'];
  const into = ['importVoyageNumber', 'carrierImportVoyageNumber'];
  const voyage =
    textOf(call, ...(bound === 'IN' ? [...into, ...out] : [...out, ...into]))?.toUpperCase() ?? null;
  const imo = textOf(vessel, 'vesselIMONumber') ?? textOf(call, 'vesselIMONumber');
  const isRail = mode === 'RAIL';
  return transport({
    mode,
    vesselImo: imo === null ? null : reader.imo(imo, where),
    vesselName: textOf(vessel, 'vesselName', 'name')?.toUpperCase() ?? null,
    callSign: textOf(vessel, 'vesselCallSignNumber', 'vesselCallSign', 'callSign')?.toUpperCase() ?? null,
    voyage: isRail ? null : voyage,
    train: isRail ? (textOf(call, 'railServiceReference')?.toUpperCase() ?? voyage) : null,
    wagon: compacted(textOf(call, 'railCarReference')),
    plate: compacted(textOf(call, 'licensePlate')),
  });
}

function modeOf(
  call: JsonObject,
  vessel: JsonObject | null,
  reader: MessageReader,
  where: Where,
): TransportMode | null {
  const said = textOf(call, 'modeOfTransport', 'DCSATransportType')?.toUpperCase() ?? null;
  const row = said === null ? null : MODES.find(said);
  if (said !== null && !row)
    reader.findings.unmapped(MODES, said, `${where.at}.transportCall.modeOfTransport`, where.span);
  const mode = (row?.canonical ?? null) as TransportMode | null;
  return mode ?? (vessel ? 'VESSEL' : null);
}

function compacted(text: string | null): string | null {
  return text === null ? null : compactBounded(text);
}
