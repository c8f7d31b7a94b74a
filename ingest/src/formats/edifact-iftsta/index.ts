import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { messageReader } from '../../claims/edifact/message-reader.ts';
import { readStatusReport } from './status-report.ts';

/** Multimodal status report of carriers, railways, forwarders and portals, UN/EDIFACT D93A to D16A. */
export const edifactIftsta = edifactFormat({
  id: 'edifact-iftsta',
  name: { en: 'EDIFACT IFTSTA multimodal status report', zh: 'EDIFACT IFTSTA 多式联运状态报告' },
  types: ['IFTSTA'],
  reader: messageReader('STS', readStatusReport),
});
