import { loadCodeList } from 'graph-schema/reference/code-list';
import { readLocationReports } from '../../claims/taf/location-reports.ts';
import { tafFormat } from '../../claims/taf/taf-family.ts';

const STATUSES = loadCodeList('taf/running-status');

/**
 * TAF TSI train running information (message type 4005, schemas 2.x to 3.x), one report of a train at a location:
 *
 *   <TrainRunningInformationMessage xmlns="http://www.era.europa.eu/schemes/TAFTSI/…">
 *     <MessageHeader> MessageReference{MessageIdentifier MessageDateTime} … </MessageHeader>
 *     <MessageStatus> 1 new | 2 change | 3 delete </MessageStatus>
 *     <OperationalTrainNumberIdentifier> OperationalTrainNumber ScheduledTimeAtHandover </…>
 *     <TrainLocationReport> Location LocationDateTime TrainLocationStatus BookedLocationDateTime TrainDelay </…>
 *
 * Bare, or escaped inside the SOAP body of a `UICMessage`. See README.
 */
export const tafTrainRunning = tafFormat({
  id: 'taf-train-running',
  name: { en: 'TAF TSI train running information', zh: '欧铁 TAF TSI 列车运行信息' },
  types: ['TrainRunningInformation'],
  reader: (message, context) =>
    readLocationReports(message, context, { prefix: 'TRI', classifier: 'ACTUAL', statuses: STATUSES }),
});
