import { claimKeys } from 'graph-schema/domain/claim-keys';
import { claim, transport } from 'graph-schema/domain/claim';
import { computedParts, type ComputedBasis } from 'graph-schema/domain/eta/computed-claim';
import type { Gazetteer } from 'graph-schema/domain/place';
import { resolveLocode, resolveStation } from 'graph-schema/domain/resolve-place';
import type { TransportRef } from 'graph-schema/domain/tracking-event';
import type { ClaimContext } from '../../claims/claim-context.ts';
import { timeThere } from '../../claims/derived/time-there.ts';
import type { ReadJsonRecord } from '../../claims/json/interpret-json.ts';
import { asObject, numberOf, objectsOf, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import { NOTHING } from '../../syntax/units.ts';

const MODES = ['VESSEL', 'RAIL'] as const;
const KINDS = ['CALL', 'CANAL', 'GAUGE_CHANGE', 'ARRIVAL'] as const;
const THREAD = /^eta:.+>.+$/;

/** When a run arrives where. What was said of it before stands beside it, so that everybody sees how it moved. */
export function readArrival(context: ClaimContext): ReadJsonRecord {
  const { findings, places, source } = context;
  return (record, where) => {
    const refuse = (code: 'NOT_ENTITLED' | 'MISSING_FIELD' | 'BAD_TIME', value: string | null) => {
      findings.add(code, 'ERROR', where.at, value, where.span);
      return NOTHING;
    };
    // Nobody else may speak in the name of the service.
    if (source.kind !== 'INTERNAL') return refuse('NOT_ENTITLED', source.kind);
    const thread = textOf(record, 'thread');
    const version = numberOf(record, 'version');
    if (thread === null || !THREAD.test(thread) || version === null)
      return refuse('MISSING_FIELD', 'thread, version');
    const mode = MODES.find((one) => one === record['mode']);
    if (!mode) return refuse('MISSING_FIELD', 'mode');
    const { ref, place } = placeOf(record, places);
    if (ref.unLocode === null && ref.railStation === null)
      return refuse('MISSING_FIELD', 'unLocode, station');
    const at = textOf(record, 'at');
    const time = at === null ? null : timeThere(at, place);
    if (!time) return refuse('BAD_TIME', at);
    const basis = record['basis'] === null ? null : basisIn(asObject(record['basis']));
    if (basis === undefined) return refuse('MISSING_FIELD', 'basis');
    const event = claim({
      code: 'ARRIVED',
      classifier: 'ESTIMATED',
      time,
      place: ref,
      transport: transportOf(record, mode),
      ...computedParts(record['isProven'] === true, basis),
    });
    if (claimKeys(event).run === null) return refuse('MISSING_FIELD', 'imo, voyage, train, departureDate');
    const attested = [{ event, messageRef: null, span: where.span, recordedAt: null }];
    return { message: { thread, version, retraction: null, attested } };
  };
}

function placeOf(record: JsonObject, places: Gazetteer) {
  const station = textOf(record, 'station');
  return station === null
    ? resolveLocode(textOf(record, 'unLocode') ?? '', null, places, {})
    : resolveStation(station, places);
}

function transportOf(record: JsonObject, mode: TransportRef['mode']): TransportRef {
  return transport({
    mode,
    vesselImo: textOf(record, 'imo'),
    vesselName: textOf(record, 'name'),
    voyage: textOf(record, 'voyage'),
    train: textOf(record, 'train'),
    departureDate: textOf(record, 'departureDate'),
  });
}

/** Undefined where something of it is missing. */
function basisIn(told: JsonObject | null): ComputedBasis | undefined {
  const instant = (name: string) => Date.parse(textOf(told, name) ?? '');
  const number = (name: string) => numberOf(told, name) ?? Number.NaN;
  const figures = {
    bandFrom: instant('from'),
    bandTo: instant('to'),
    closed: number('closed'),
    positionAt: instant('positionAt'),
    milesLeft: number('milesLeft'),
    movingHours: number('movingHours'),
    dwellHours: number('dwellHours'),
    stays: number('stays'),
    passages: number('passages'),
  };
  if (Object.values(figures).some(Number.isNaN)) return undefined;
  const stops = objectsOf(told?.['stops']).flatMap((stop) => {
    const kind = KINDS.find((one) => one === stop['kind']);
    const [place, hours] = [textOf(stop, 'place'), numberOf(stop, 'hours')];
    return kind && place !== null && hours !== null ? [{ kind, place, hours }] : [];
  });
  return { ...figures, stops };
}
