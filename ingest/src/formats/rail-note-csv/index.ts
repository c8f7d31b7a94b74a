import { loadCodeList } from 'graph-schema/reference/code-list';
import { readRailTable } from '../../claims/rail-tables/rail-row.ts';
import { mapColumns } from '../../syntax/csv-columns.ts';
import { headerOf } from '../../syntax/csv.ts';
import { collectFindings } from '../../syntax/findings.ts';
import type { MessageFormat } from '../message-format.ts';
import { readStage } from './read-stage.ts';
import { toInterpretation } from './to-messages.ts';

const HEADERS = loadCodeList('rail-note-csv/headers');
const PASS_HEADERS = loadCodeList('rail-station-pass-csv/headers');

/**
 * Stages of rail consignment notes (95306 运单, SMGS, CIM), which tie a box to its train, wagon, bill and booking:
 *
 *   运单号,箱号,箱型,封号,车号,车次,始发日期,发站,到站,件数,毛重,提单号,订舱号,阶段,时间[,功能,报送时间]
 *
 * One row, one box at one stage. Columns in any order, named in Chinese, English or Russian; see README.
 */
export const railNoteCsv: MessageFormat<'rail-note-csv'> = {
  id: 'rail-note-csv',
  name: { en: 'Rail consignment notes (CSV)', zh: '铁路运单状态表' },
  mediaTypes: ['text/csv', 'text/plain'],
  detect: (head) => {
    const header = headerOf(head);
    const columns = mapColumns(header, HEADERS);
    const passes = mapColumns(header, PASS_HEADERS);
    // `status` and `event` mean a stage here and a station event there: a table with a station of its own is there.
    const isPass = passes.has('event') && (passes.has('station') || passes.has('stationCode'));
    return !isPass && columns.has('note') && columns.has('stage') && columns.has('time');
  },
  read: (bytes, context) => {
    const findings = collectFindings();
    const { rows, brokenRows } = readRailTable(bytes, HEADERS, context, findings);
    return toInterpretation(rows.map(readStage), brokenRows, findings);
  },
};
