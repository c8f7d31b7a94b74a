import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { reportReader } from '../../claims/edifact-reports/interpret-reports.ts';
import { readRelease, readRevocation } from './release.ts';

/** Container release order: a carrier lets the terminal hand out boxes. UN/EDIFACT D95B to D16A. */
export const edifactCoreor = edifactFormat({
  id: 'edifact-coreor',
  name: { en: 'EDIFACT COREOR container release order', zh: 'EDIFACT COREOR 集装箱放行指令（提货单）' },
  types: ['COREOR'],
  reader: reportReader(readRelease, { cancelled: readRevocation }),
});
