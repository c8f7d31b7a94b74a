import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { messageReader } from '../../claims/edifact/message-reader.ts';
import { readConveyanceReport } from './conveyance-report.ts';

/** Customs conveyance report, UN/EDIFACT D96A to D03B. */
export const edifactCusrep = edifactFormat({
  id: 'edifact-cusrep',
  name: { en: 'EDIFACT CUSREP conveyance report', zh: 'EDIFACT CUSREP 运输工具申报' },
  types: ['CUSREP'],
  reader: messageReader('BGM', readConveyanceReport),
});
