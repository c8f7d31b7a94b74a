import { interpretJson } from '../../claims/json/interpret-json.ts';
import { stopReader } from '../../claims/json/train-run.ts';
import type { MessageFormat } from '../message-format.ts';
import { readTrain } from './read-train.ts';
import { isTrust, readTrust } from './read-trust.ts';

const RECORDS = {
  maxDepth: 32,
  lists: [['trains'], ['data', 'trainsByDepartureDate'], ['data', 'currentlyRunningTrains']],
} as const;
const JSON_START = /^[[{]/;
const NUMBER = /"trainNumber"\s*:/;
const TRUST = /"msg_type"\s*:\s*"000\d"[\s\S]*"train_id"\s*:/;
const OWN_FIELD = /"(?:timeTableRows|departureDate|runningCurrently|timetableType)"\s*:/;

/**
 * Train running as public interfaces publish it (Digitraffic of Finland): a list, lines, one, or `{ "trains": [ … ] }`
 * of trains with their timetable rows, and the positions of trains; and the reports of TRUST (Great Britain), see `readTrust`.
 *
 *     train    = { trainNumber, departureDate, cancelled, version, timeTableRows[]{ stationShortCode, stationUICCode,
 *                  type ARRIVAL | DEPARTURE, trainStopping, cancelled, scheduledTime, liveEstimateTime, actualTime, causes } }
 *     position = { trainNumber, departureDate, timestamp, location{ coordinates [lon, lat] }, speed km/h }
 */
export const trainRunningJson: MessageFormat<'train-running-json'> = {
  id: 'train-running-json',
  name: { en: 'Train running (public JSON)', zh: '公开列车运行数据（JSON）' },
  mediaTypes: ['application/json', 'application/x-ndjson'],
  detect: (head) =>
    JSON_START.test(head) && ((NUMBER.test(head) && OWN_FIELD.test(head)) || TRUST.test(head)),
  read: (bytes, context) =>
    interpretJson(bytes, context, RECORDS, (scope) => {
      const stops = stopReader(scope);
      return (record, where) =>
        isTrust(record) ? readTrust(record, where, stops, scope) : readTrain(record, where, stops, scope);
    }),
};
