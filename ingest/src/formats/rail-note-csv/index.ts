import { loadCodeList } from 'graph-schema/reference/code-list';
import { railRows } from '../../claims/rail-tables/rail-row.ts';
import { tableFormat } from '../../claims/tables/table-family.ts';
import { readStage } from './read-stage.ts';
import { toReading } from './to-messages.ts';

const HEADERS = loadCodeList('rail-note-csv/headers');

/**
 * Stages of rail consignment notes (95306 运单, SMGS, CIM), which tie a box to its train, wagon, bill and booking:
 *
 *   运单号,箱号,箱型,封号,车号,车次,始发日期,发站,到站,件数,毛重,提单号,订舱号,阶段,时间[,功能,报送时间]
 *
 * One row, one box at one stage. Columns in any order, named in Chinese, English or Russian; see README.
 */
export const railNoteCsv = tableFormat({
  id: 'rail-note-csv',
  name: { en: 'Rail consignment notes (CSV)', zh: '铁路运单状态表' },
  kind: 'rail-note',
  reader: (table, context) => toReading(railRows(table, HEADERS, context).map(readStage), context.findings),
});
