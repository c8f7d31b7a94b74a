import { tafFormat } from '../../claims/taf/taf-family.ts';
import { readDelayCauses } from './read-delay-causes.ts';

/**
 * TAF TSI train delay cause (message type 4001): why a train lost how many minutes, and where.
 *
 *   <TrainDelayCauseMessage> MessageHeader{… SenderReference} MessageStatus …
 *     DelayEventReport{DelayLocation TrainLocationStatus
 *       DelayCauseTime{DelayCause DelayMinutes DelayEventDateTime [InternalReferenceIdentifier] [Remarks]}} </…>
 */
export const tafDelayCause = tafFormat({
  id: 'taf-delay-cause',
  name: { en: 'TAF TSI train delay cause', zh: '欧铁 TAF TSI 列车晚点原因' },
  types: ['TrainDelayCause'],
  reader: readDelayCauses,
});
