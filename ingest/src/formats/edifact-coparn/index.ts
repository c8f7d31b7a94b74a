import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { reportReader } from '../../claims/edifact-reports/interpret-reports.ts';
import { readAnnouncement } from './announcement.ts';

/** Container announcement: orders to release or accept boxes, with the booking behind them. UN/EDIFACT D95B to D16A. */
export const edifactCoparn = edifactFormat({
  id: 'edifact-coparn',
  name: { en: 'EDIFACT COPARN container announcement', zh: 'EDIFACT COPARN 集装箱放箱与收箱指令' },
  types: ['COPARN'],
  reader: reportReader(readAnnouncement),
});
