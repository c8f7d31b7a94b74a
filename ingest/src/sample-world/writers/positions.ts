import { HOUR, utcIso } from '../moment.ts';
import type { MoverState } from '../world/movers.ts';
import { text, type Written } from './written.ts';

/** What a receiver of ADS-B writes (`aircraft.json` of readsb), with the one aircraft that it hears. */
export function adsb(address: string, registration: string, callSign: string) {
  return ({ at, latitude, longitude, speedKnots, courseDegrees }: MoverState): Written => {
    const aircraft = {
      hex: address, type: 'adsb_icao', flight: callSign.padEnd(8), r: registration, alt_baro: 34_000, gs: speedKnots,
      track: courseDegrees, lat: latitude, lon: longitude, nic: 8, nac_p: 9, seen_pos: 0.4, seen: 0.1,
    }; // prettier-ignore
    return json({ now: at / 1000, messages: Math.floor(at / 1000) % 100_000, aircraft: [aircraft] });
  };
}

/** A record of a platform that trucks report to: km/h, Chinese wall clock. */
export function truckGps(plate: string) {
  return ({ at, latitude, longitude, speedKnots, courseDegrees }: MoverState): Written =>
    json([
      {
        plateNo: plate, lat: latitude, lng: longitude, speed: Math.round(speedKnots * 1.852),
        direction: Math.round(courseDegrees) % 360, gpsTime: chineseClock(at), coordType: 'WGS84',
      },
    ]); // prettier-ignore
}

/** A truck with a box leaves a fence 电子围栏 around a site. */
export function leavesFence(plate: string, cargo: { readonly booking: string; readonly box: string }, fence: string, site: string, [lat, lng]: readonly number[]) {
  return ({ happened }: { readonly happened: number }): Written =>
    json([
      { plateNo: plate, containerNo: cargo.box, bookingNo: cargo.booking, eventType: '出围栏', fenceCode: fence, fenceName: site, lat, lng, time: chineseClock(happened) },
    ]); // prettier-ignore
} // prettier-ignore

/** What a device on a box tells by itself: DCSA IoT 1.0, its location. */
export function boxDevice(box: string) {
  return ({ at, latitude, longitude }: MoverState): Written =>
    json([
      {
        metadata: { eventID: eventId(at), eventCreatedDateTime: utcIso(at), eventType: 'IOT' },
        payload: {
          eventClassifierCode: 'ACT', eventDateTime: utcIso(at), iotEventTypeCode: 'DETC', iotEventCode: 'LOC',
          geoLocation: { latitude, longitude }, equipmentReference: box,
        },
      },
    ]); // prettier-ignore
}

function eventId(at: number): string {
  return `5e1d0000-0000-4000-8000-${String(Math.floor(at / 1000)).padStart(12, '0')}`;
}

function chineseClock(at: number): string {
  return utcIso(at + 8 * HOUR)
    .slice(0, 19)
    .replace('T', ' ');
}

function json(value: unknown): Written {
  return text(JSON.stringify(value), 'application/json');
}
