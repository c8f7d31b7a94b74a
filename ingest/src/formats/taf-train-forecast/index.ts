import { loadCodeList } from 'graph-schema/reference/code-list';
import { readLocationReports } from '../../claims/taf/location-reports.ts';
import { tafFormat } from '../../claims/taf/taf-family.ts';

const STATUSES = loadCodeList('taf/running-status');

/**
 * TAF TSI train running forecast (message type 4004): when a train is expected at a point, sent anew whenever the
 * expectation moves. Built as running information (4005); only what LocationDateTime means differs.
 *
 *   <TrainRunningForecastMessage> MessageHeader MessageStatus … TrainLocationReport{Location LocationDateTime
 *     TrainLocationStatus [BookedLocationDateTime] [ReferencedLocationDateTime] [TrainDelay]} </…>
 */
export const tafTrainForecast = tafFormat({
  id: 'taf-train-forecast',
  name: { en: 'TAF TSI train running forecast', zh: '欧铁 TAF TSI 列车运行预测' },
  types: ['TrainRunningForecast'],
  reader: (message, context) =>
    readLocationReports(message, context, { prefix: 'TRF', classifier: 'ESTIMATED', statuses: STATUSES }),
});
