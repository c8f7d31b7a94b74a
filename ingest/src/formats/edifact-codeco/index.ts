import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { reportReader } from '../../claims/edifact-reports/interpret-reports.ts';
import { readGateReport } from './gate-report.ts';

/** Container gate-in and gate-out report, UN/EDIFACT D95B to D16A. */
export const edifactCodeco = edifactFormat({
  id: 'edifact-codeco',
  name: { en: 'EDIFACT CODECO gate report', zh: 'EDIFACT CODECO 集装箱进出门报告' },
  types: ['CODECO'],
  reader: reportReader(readGateReport),
});
