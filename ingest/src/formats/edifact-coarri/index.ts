import { interpretReports } from '../../claims/edifact-reports/interpret-reports.ts';
import { firstMessageType } from '../../syntax/edifact/message-type.ts';
import type { MessageFormat } from '../message-format.ts';
import { readQuayReport } from './quay-report.ts';

/** Container discharge and loading report, UN/EDIFACT D95B to D16A. */
export const edifactCoarri = {
  id: 'edifact-coarri',
  name: { en: 'EDIFACT COARRI load and discharge report', zh: 'EDIFACT COARRI 集装箱装卸船报告' },
  mediaTypes: ['application/EDIFACT'],
  detect: (head) => firstMessageType(head) === 'COARRI',
  read: (bytes, context) => interpretReports('COARRI', bytes, context, readQuayReport),
} as const satisfies MessageFormat;
