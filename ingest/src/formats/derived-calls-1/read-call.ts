import { claimKeys } from 'graph-schema/domain/claim-keys';
import { claim, placeRef, transport } from 'graph-schema/domain/claim';
import { crossingParts } from 'graph-schema/domain/eta/way-fence';
import type { Gazetteer, Place } from 'graph-schema/domain/place';
import { resolveAirport, resolveLocode, resolveStation } from 'graph-schema/domain/resolve-place';
import type { PlaceRef, TransportRef } from 'graph-schema/domain/tracking-event';
import type { ClaimContext } from '../../claims/claim-context.ts';
import { timeThere } from '../../claims/derived/time-there.ts';
import type { ReadJsonRecord } from '../../claims/json/interpret-json.ts';
import { numberOf, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import { NOTHING } from '../../syntax/units.ts';

const CODES = ['ARRIVED', 'ANCHORED', 'BERTHED', 'UNBERTHED', 'DEPARTED', 'PASSED', 'GEOFENCE_EXIT', 'GEOFENCE_ENTRY'] as const; // prettier-ignore
const MODES = ['VESSEL', 'RAIL', 'AIR'] as const;
const THREAD = /^(?:calls:.+:\d{4}-\d\d-\d\d|way:.+>.+)$/;

/**
 * One call; or, without a code, that the day has none: what was derived of it before is taken back. Or that a run left the fence
 * around its expected way, or came back: that stands, whatever is told later.
 */
export function readCall(context: ClaimContext): ReadJsonRecord {
  const { findings, places, source } = context;
  return (record, where) => {
    // Nobody else may speak in the name of the service.
    if (source.kind !== 'INTERNAL') {
      findings.add('NOT_ENTITLED', 'ERROR', where.at, source.kind, where.span);
      return NOTHING;
    }
    const thread = textOf(record, 'thread');
    const version = numberOf(record, 'version');
    if (thread === null || !THREAD.test(thread) || version === null) {
      findings.add('MISSING_FIELD', 'ERROR', where.at, 'thread, version', where.span);
      return NOTHING;
    }
    const said = { thread, version, retraction: { kind: 'REPLACE', thread, version } } as const;
    if (record['code'] === null) return { message: { ...said, attested: [] } };
    const code = CODES.find((one) => one === record['code']);
    const mode = MODES.find((one) => one === record['mode']);
    if (!code || !mode) {
      findings.add('MISSING_FIELD', 'ERROR', where.at, code ? 'mode' : 'code', where.span);
      return NOTHING;
    }
    const { ref, place } = placeOf(record, mode, places);
    const at = textOf(record, 'at');
    const isCrossing = code === 'GEOFENCE_EXIT' || code === 'GEOFENCE_ENTRY';
    // The place is where the way leads: at the fence there is no wall clock.
    const time = at === null ? null : timeThere(at, isCrossing ? null : place);
    if (!time) {
      findings.add('BAD_TIME', 'ERROR', where.at, at, where.span);
      return NOTHING;
    }
    const nm = numberOf(record, 'nm');
    if (isCrossing && (nm === null || (ref.unLocode ?? ref.railStation) === null)) {
      findings.add('MISSING_FIELD', 'ERROR', where.at, 'nm, unLocode, spot', where.span);
      return NOTHING;
    }
    const event = claim({
      ...(isCrossing && nm !== null
        ? crossingParts(code === 'GEOFENCE_EXIT', nm, ref)
        : { code, place: ref }),
      classifier: 'ACTUAL',
      time,
      transport: transportOf(record, mode),
    });
    if (claimKeys(event).subject === null) {
      findings.add('MISSING_FIELD', 'ERROR', where.at, 'imo, train or registration', where.span);
      return NOTHING;
    }
    const attested = [{ event, messageRef: null, span: where.span, recordedAt: null }];
    return { message: { ...said, retraction: isCrossing ? null : said.retraction, attested } };
  };
}

function transportOf(record: JsonObject, mode: TransportRef['mode']): TransportRef {
  return transport({
    mode,
    vesselImo: textOf(record, 'imo'),
    vesselName: textOf(record, 'name'),
    voyage: textOf(record, 'voyage'),
    train: textOf(record, 'train'),
    registration: textOf(record, 'registration'),
    flight: textOf(record, 'flight'),
    departureDate: textOf(record, 'departureDate'),
  });
}

function placeOf(
  record: JsonObject,
  mode: TransportRef['mode'],
  places: Gazetteer,
): { readonly ref: PlaceRef; readonly place: Place | null } {
  const passage = textOf(record, 'passage');
  const spot = textOf(record, 'spot');
  if (passage !== null) return { ref: placeRef({ raw: passage }), place: null };
  if (mode === 'RAIL') return resolveStation(spot ?? '', places);
  if (mode === 'AIR') return resolveAirport(spot ?? '', places);
  const terminal = spot === null ? null : ({ scheme: 'LOCAL', code: spot } as const);
  const { ref, place } = resolveLocode(textOf(record, 'unLocode') ?? '', terminal, places, {});
  return { ref: { ...ref, berth: textOf(record, 'berth') }, place };
}
