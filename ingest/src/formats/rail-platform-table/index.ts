import { dictionaryLayout } from '../../claims/tables/dictionary.ts';
import { readByLayout } from '../../claims/tables/read-table.ts';
import { tableFormat } from '../../claims/tables/table-family.ts';

/**
 * Tracking tables of China–Europe platforms 班列追踪表: a row per box (or wagon, note, train), a column per milestone, and
 * where it is now.
 *
 *   [title]
 *   班列号,开行日期,箱号,运单号,始发站,口岸,目的站,发车时间,到达口岸时间,换装时间,出境时间,预计到达时间,到达时间,当前位置,时间,备注
 *
 * Any order, any of the names of lists `tables/headers` and `tables/event-headers`, in Chinese, English or Russian.
 */
export const railPlatformTable = tableFormat({
  id: 'rail-platform-table',
  name: { en: 'China–Europe train tracking table', zh: '班列追踪表' },
  kind: 'rail-platform',
  reader: (table, context) => readByLayout(table, dictionaryLayout(table.header), context),
});
