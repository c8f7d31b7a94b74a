import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { reportReader } from '../../claims/edifact-reports/interpret-reports.ts';
import { readPreNotice } from './pre-notice.ts';

/** Container pre-notification: a haulier tells that he will bring or fetch boxes. UN/EDIFACT D95B to D16A. */
export const edifactCopino = edifactFormat({
  id: 'edifact-copino',
  name: { en: 'EDIFACT COPINO container pre-notification', zh: 'EDIFACT COPINO 集装箱预约进出门' },
  types: ['COPINO'],
  reader: reportReader(readPreNotice),
});
