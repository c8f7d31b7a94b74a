import { loadCodeList } from 'graph-schema/reference/code-list';
import { edifactFormat } from '../../claims/edifact/interchange.ts';
import { eventTimeQualifiers } from '../../claims/edifact-reports/box-facts.ts';
import { reportReader } from '../../claims/edifact-reports/interpret-reports.ts';
import { readQuayList, type QuayList } from '../../claims/edifact-reports/quay-list.ts';

const TIMES = loadCodeList('edifact-coprar/dtm-2005');
const BOX_TIMES = eventTimeQualifiers(TIMES);
/** The ship's own times are the best that an order knows: loading ends with its departure, discharge follows its arrival. */
const BY_DEPARTURE = [...BOX_TIMES, '133', '132'];
const BY_ARRIVAL = [...BOX_TIMES, '132', '133'];
const ORDERED: QuayList = {
  movements: {
    codes: loadCodeList('edifact-coprar/bgm-1001'),
    words: loadCodeList('edifact/quay-words'),
    choice: 'load or discharge',
  },
  callTimes: TIMES,
  boxTimes: (movement) => (movement === 'LOADED' ? BY_DEPARTURE : BY_ARRIVAL),
  classifier: 'PLANNED',
};

/** Container discharge and loading order, UN/EDIFACT D95B to D16A. */
export const edifactCoprar = edifactFormat({
  id: 'edifact-coprar',
  name: { en: 'EDIFACT COPRAR load and discharge order', zh: 'EDIFACT COPRAR 集装箱装卸船指令' },
  types: ['COPRAR'],
  reader: reportReader((report, context) => readQuayList(ORDERED, report, context), { isShipList: true }),
});
