import { interpretReports } from '../../claims/edifact-reports/interpret-reports.ts';
import { firstMessageType } from '../../syntax/edifact/message-type.ts';
import type { MessageFormat } from '../message-format.ts';
import { readGateReport } from './gate-report.ts';

/** Container gate-in and gate-out report, UN/EDIFACT D95B to D16A. */
export const edifactCodeco = {
  id: 'edifact-codeco',
  name: { en: 'EDIFACT CODECO gate report', zh: 'EDIFACT CODECO 集装箱进出门报告' },
  mediaTypes: ['application/EDIFACT'],
  detect: (head) => firstMessageType(head) === 'CODECO',
  read: (bytes, context) => interpretReports('CODECO', bytes, context, readGateReport),
} as const satisfies MessageFormat;
