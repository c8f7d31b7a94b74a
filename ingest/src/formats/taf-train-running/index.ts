import { collectFindings } from '../../syntax/findings.ts';
import { interpretUnits, NOTHING } from '../../syntax/units.ts';
import type { MessageFormat } from '../message-format.ts';
import { readRunning } from './read-running.ts';
import { openMessage } from './soap-wrapper.ts';

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
export const tafTrainRunning: MessageFormat<'taf-train-running'> = {
  id: 'taf-train-running',
  name: { en: 'TAF TSI train running information', zh: '欧铁 TAF TSI 列车运行信息' },
  mediaTypes: ['application/xml', 'text/xml', 'application/soap+xml'],
  detect: (head) =>
    /(?:<|&lt;|<!\[CDATA\[\s*<)(?:\w+:)?TrainRunningInformation(?:Message)?(?:[\s>/]|&gt;)/.test(head),
  read: (bytes, context) => {
    const findings = collectFindings();
    const message = openMessage(bytes, context.source.defaultCharset, findings);
    return interpretUnits(message ? readRunning(message, context, findings) : [NOTHING], findings);
  },
};
