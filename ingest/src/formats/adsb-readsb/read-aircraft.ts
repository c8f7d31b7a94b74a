import type { Interpretation } from 'graph-schema/domain/message';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { aircraftReport, aircraftSubject, callSignOf, degrees } from '../../claims/air/aircraft.ts';
import { interpretJson } from '../../claims/json/interpret-json.ts';
import { asObject, numberOf, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import type { ReadContext } from '../message-format.ts';

const OPTIONS = { maxDepth: 12, lists: [['aircraft'], ['ac']] };
const ACCURACY = loadCodeList('adsb-readsb/position-accuracy');
const EMPTY: UnitOutcome = { message: null, hasNoContent: true };

/**
 * `aircraft.json` of dump1090 and readsb, and what aggregators make of it:
 *
 *     { "now": 1795225800.6, "messages": …, "aircraft": [ AIRCRAFT … ] }        seconds; also "ac", and milliseconds
 *     AIRCRAFT { "hex": "780a3c", "flight": "CCA981  ", "r": "B-1234", "lat": …, "lon": …, "seen_pos": 2.2,
 *                "gs": 462.4, "track": 333.3, "nac_p": 10, "true_heading": …, "alt_baro": 33925 | "ground", "lastPosition": {…} }
 *
 * A unit is one aircraft. `seen_pos` is the age of the position in seconds when the file was made.
 */
export function readAircraft(bytes: Uint8Array, context: ReadContext): Interpretation {
  return interpretJson(bytes, context, OPTIONS, ({ receivedAt, findings }) => {
    const received = Date.parse(receivedAt) / 1000;
    return (aircraft, { at, span }, wrapper) => {
      const hex = textOf(aircraft, 'hex');
      if (hex === null) {
        findings.add('MISSING_FIELD', 'ERROR', `${at}.hex`, null, span);
        return NOTHING;
      }
      const place = placeOf(aircraft);
      // Heard without a position, or a target without an address of its own.
      const subject = aircraftSubject(hex, textOf(aircraft, 'r'));
      if (!place || (subject === null && hex.startsWith('~'))) return EMPTY;
      if (subject === null) {
        findings.add('BAD_IDENTIFIER', 'WARNING', `${at}.hex`, hex, span);
        return NOTHING;
      }
      const report = aircraftReport({
        subject,
        at: instant((secondsOf(wrapper) ?? received) - place.age),
        latitude: place.latitude,
        longitude: place.longitude,
        speedKnots: numberOf(aircraft, 'gs'),
        courseDegrees: degrees(numberOf(aircraft, 'track')),
        headingDegrees: degrees(numberOf(aircraft, 'true_heading')),
        callSign: callSignOf(textOf(aircraft, 'flight')),
        accuracyMetres: place.isOld ? null : accuracyOf(aircraft),
      });
      if (report) return { message: null, positions: [report] };
      findings.add('BAD_SYNTAX', 'WARNING', at, `${place.latitude} ${place.longitude}`, span);
      return NOTHING;
    };
  });
}

/** The position, else the last one that the receiver keeps when it has grown old. */
function placeOf(aircraft: JsonObject) {
  for (const from of [aircraft, asObject(aircraft['lastPosition'])]) {
    const latitude = numberOf(from, 'lat');
    const longitude = numberOf(from, 'lon');
    const age = numberOf(from, 'seen_pos') ?? numberOf(aircraft, 'seen') ?? 0;
    if (latitude !== null && longitude !== null)
      return { latitude, longitude, age: Math.max(0, age), isOld: from !== aircraft };
  }
  return null;
}

/** DO-260B: the navigation accuracy category (NACp) bounds the error. Categories 0 and unknown ones say nothing. */
function accuracyOf(aircraft: JsonObject): number | null {
  const category = numberOf(aircraft, 'nac_p');
  const metres = category === null ? null : ACCURACY.find(String(category))?.canonical;
  return metres ? Number(metres) : null;
}

/** When the file was made, epoch seconds; null for what is no time since 2001. */
function secondsOf(wrapper: JsonObject | null): number | null {
  const now = numberOf(wrapper, 'now', 'ctime');
  if (now === null) return null;
  const seconds = now >= 1e11 ? now / 1000 : now;
  return seconds >= 1e9 && seconds < 1e10 ? seconds : null;
}

function instant(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${new Date(Math.min(whole, 1e10) * 1000).toISOString().slice(0, 19)}Z`;
}
