import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { reportReader } from '../../claims/edifact-reports/interpret-reports.ts';
import { readQuayReport } from './quay-report.ts';

/** Container discharge and loading report, UN/EDIFACT D95B to D16A. */
export const edifactCoarri = edifactFormat({
  id: 'edifact-coarri',
  name: { en: 'EDIFACT COARRI load and discharge report', zh: 'EDIFACT COARRI 集装箱装卸船报告' },
  types: ['COARRI'],
  reader: reportReader(readQuayReport),
});
