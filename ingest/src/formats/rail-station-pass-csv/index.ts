import { loadCodeList } from 'graph-schema/reference/code-list';
import { railRows } from '../../claims/rail-tables/rail-row.ts';
import { Repeats } from '../../claims/repeats.ts';
import { tableFormat } from '../../claims/tables/table-family.ts';
import { interpretUnits } from '../../syntax/units.ts';
import { readPass } from './read-pass.ts';

const HEADERS = loadCodeList('rail-station-pass-csv/headers');

/**
 * Station passes of trains, and of the boxes on them, as China–Europe platforms export them:
 *
 *   车次,始发日期,车站,事件,时间[,计划时间][,时区][,箱号][,运单号][,车号][,纬度,经度][,备注]
 *
 * One row, one event. Columns in any order, named in Chinese, English or Russian; see README.
 */
export const railStationPassCsv = tableFormat({
  id: 'rail-station-pass-csv',
  name: { en: 'Rail station passes (CSV)', zh: '铁路车站动态表' },
  kind: 'rail-station-pass',
  reader: (table, context) => {
    const repeats = new Repeats(context.findings);
    const outcomes = railRows(table, HEADERS, context).map((at) => {
      const outcome = readPass(at);
      repeats.note(outcome.message?.attested.map(({ event }) => event) ?? [], at.row);
      return outcome;
    });
    return interpretUnits(outcomes, context.findings);
  },
});
