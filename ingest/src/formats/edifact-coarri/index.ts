import { loadCodeList } from 'graph-schema/reference/code-list';
import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { eventTimeQualifiers } from '../../claims/edifact-reports/box-facts.ts';
import { reportReader } from '../../claims/edifact-reports/interpret-reports.ts';
import { readQuayList, type QuayList } from '../../claims/edifact-reports/quay-list.ts';

const TIMES = loadCodeList('edifact-coarri/dtm-2005');
const BOX_TIMES = eventTimeQualifiers(TIMES);
const MOVED: QuayList = {
  movements: {
    codes: loadCodeList('edifact-coarri/bgm-1001'),
    words: loadCodeList('edifact/quay-words'),
    choice: 'load or discharge',
  },
  callTimes: TIMES,
  boxTimes: () => BOX_TIMES,
  classifier: 'ACTUAL',
};

/** Container discharge and loading report, UN/EDIFACT D95B to D16A. */
export const edifactCoarri = edifactFormat({
  id: 'edifact-coarri',
  name: { en: 'EDIFACT COARRI load and discharge report', zh: 'EDIFACT COARRI 集装箱装卸船报告' },
  types: ['COARRI'],
  reader: reportReader((report, context) => readQuayList(MOVED, report, context), { isShipList: true }),
});
