import { interpretNamed } from '../../claims/cn-ports/interpret-named.ts';
import { loadNamedFields } from '../../claims/cn-ports/named-fields.ts';
import type { MessageFormat } from '../message-format.ts';
import { readReport } from './read-report.ts';

const FIELDS = loadNamedFields('truck-gps-json/fields');

/** What a report may be of, the first that it names: see `reporter.ts`. */
const SUBJECTS = ['plate', 'device', 'lock', 'container', 'transit'] as const;
/** Standards that name places, times and devices alike: linked data (EPCIS, ONE Record), GTFS Realtime, DCSA. */
const OTHER_STANDARD =
  /"@(?:context|graph|id|type)"\s*:|"gtfs_?realtime_?version"\s*:|"event(?:CreatedDateTime|Classifier(?:Code)?|TimeZoneOffset)"\s*:/i;

/**
 * Positions of trucks and boxes, and what their electronic locks (电子锁) and the fences (电子围栏) around sites tell, as JSON
 * of a JT/T 808 gateway or of a platform:
 *
 *   { plate, lat, lng, speed, direction, gpsTime, alarmFlag, coordType }
 *   { header: { msg_id: 512, phone }, body: { alarm, status, latitude, longitude, speed, direction, time, extra } }
 *   { plate | deviceId | lockNo | containerNo, eventType, fenceCode, fenceName, lockNo, time, lat, lng }
 *
 * Names are data (lists `cn-ports/fields` and `truck-gps-json/fields`). A record is one report of one truck, device or box.
 */
export const truckGpsJson = {
  id: 'truck-gps-json',
  name: { en: 'Truck positions, fences and locks', zh: '车辆定位与电子围栏' },
  mediaTypes: ['application/json', 'application/xml'],
  detect: (head) => {
    if (!/^[<[{]/.test(head) || OTHER_STANDARD.test(head)) return false;
    const named = FIELDS.namedIn(head);
    const tells =
      (named.has('latitude') && named.has('longitude')) || named.has('fence') || named.has('lock');
    return SUBJECTS.some((field) => named.has(field)) && named.has('time') && tells && !named.has('lane');
  },
  read: (bytes, context) => interpretNamed(bytes, context, FIELDS, SUBJECTS, readReport),
} as const satisfies MessageFormat;
