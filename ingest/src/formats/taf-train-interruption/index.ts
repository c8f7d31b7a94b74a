import { tafFormat } from '../../claims/taf/taf-family.ts';
import { readInterruption } from './read-interruption.ts';

/**
 * TAF TSI train running interruption (message type 4006): a train stands and will not go on for now.
 *
 *   <TrainRunningInterruptionMessage> MessageHeader MessageStatus …
 *     InterruptionPoint{Location Interruption{[InterruptionReason] InterruptionDateTime InterruptionDescription*}
 *       [InterruptionDuration{[EarliestEndDateTime] [LatestEndDateTime]}]}
 *     [TrainRunningInterruptionStatus/TrainInterrupted] </…>
 */
export const tafTrainInterruption = tafFormat({
  id: 'taf-train-interruption',
  name: { en: 'TAF TSI train running interruption', zh: '欧铁 TAF TSI 列车运行中断' },
  types: ['TrainRunningInterruption'],
  reader: readInterruption,
});
