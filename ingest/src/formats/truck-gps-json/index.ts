import { interpretNamed } from '../../claims/cn-ports/interpret-named.ts';
import { loadNamedFields } from '../../claims/cn-ports/named-fields.ts';
import type { MessageFormat } from '../message-format.ts';
import { readReport } from './read-report.ts';

const FIELDS = loadNamedFields('truck-gps-json/fields');

/**
 * Positions of trucks and what their locks and the fences (电子围栏) around sites tell, as JSON of a JT/T 808 gateway or
 * of a platform:
 *
 *   { plate, lat, lng, speed, direction, gpsTime, alarmFlag, coordType }
 *   { plate, containerNo, eventType, fenceCode, fenceName, lockNo, time, lat, lng }
 *
 * Names are data (lists `cn-ports/fields` and `truck-gps-json/fields`). A record is one report of one truck.
 */
export const truckGpsJson = {
  id: 'truck-gps-json',
  name: { en: 'Truck positions, fences and locks', zh: '车辆定位与电子围栏' },
  mediaTypes: ['application/json', 'application/xml'],
  detect: (head) => {
    if (!/^[<[{]/.test(head)) return false;
    const named = FIELDS.namedIn(head);
    const tells =
      (named.has('latitude') && named.has('longitude')) || named.has('fence') || named.has('lock');
    return named.has('plate') && named.has('time') && tells && !named.has('lane');
  },
  read: (bytes, context) => interpretNamed(bytes, context, FIELDS, ['plate'], readReport),
} as const satisfies MessageFormat;
