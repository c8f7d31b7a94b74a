import { loadCodeList } from 'graph-schema/reference/code-list';
import { Repeats } from '../../claims/repeats.ts';
import { provenDateFormats } from '../../claims/tables/date-order.ts';
import { tableFormat } from '../../claims/tables/table-family.ts';
import { mapColumns } from '../../syntax/csv-columns.ts';
import { interpretUnits } from '../../syntax/units.ts';
import { readYardRow } from './read-row.ts';

const HEADERS = loadCodeList('yard-csv/headers');

/**
 * Stock and moves of container yards 堆场, a row per box or per move:
 *
 *   箱号,尺寸类型,空重,箱位,进场时间,堆存天数,统计时间[,提单号,船名,航次,堆场 …]
 *   Container,Move,Time,Position,From Position[,Truck,Vessel,Voyage …]
 *
 * Columns in any order, named in Chinese or English (list `yard-csv/headers`).
 */
export const yardCsv = tableFormat({
  id: 'yard-csv',
  name: { en: 'Container yard stock and moves (CSV)', zh: '堆场库存与作业表' },
  kind: 'yard',
  reader: (table, context) => {
    const fields = mapColumns(table.header, HEADERS);
    const { header } = table;
    const dateFormats = provenDateFormats(table.rows);
    const layout = { header, fields, events: [], constants: {}, codes: {}, dateFormats };
    const repeats = new Repeats(context.findings);
    const outcomes = table.rows.map((row) => {
      const outcome = readYardRow(row, layout, context);
      repeats.note(outcome.message?.attested.map(({ event }) => event) ?? [], row);
      return outcome;
    });
    return interpretUnits(outcomes, context.findings);
  },
});
