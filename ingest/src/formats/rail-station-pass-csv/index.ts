import { loadCodeList } from 'graph-schema/reference/code-list';
import { readRailTable } from '../../claims/rail-tables/rail-row.ts';
import { mapColumns } from '../../syntax/csv-columns.ts';
import { headerOf } from '../../syntax/csv.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { interpretUnits, NOTHING } from '../../syntax/units.ts';
import type { MessageFormat } from '../message-format.ts';
import { readPass } from './read-pass.ts';

const HEADERS = loadCodeList('rail-station-pass-csv/headers');

/**
 * Station passes of trains, and of the boxes on them, as China–Europe platforms export them:
 *
 *   车次,始发日期,车站,事件,时间[,计划时间][,时区][,箱号][,运单号][,车号][,纬度,经度][,备注]
 *
 * One row, one event. Columns in any order, named in Chinese, English or Russian; see README.
 */
export const railStationPassCsv: MessageFormat<'rail-station-pass-csv'> = {
  id: 'rail-station-pass-csv',
  name: { en: 'Rail station passes (CSV)', zh: '铁路车站动态表' },
  mediaTypes: ['text/csv', 'text/plain'],
  detect: (head) => {
    const columns = mapColumns(headerOf(head), HEADERS);
    const hasTime = columns.has('time') || columns.has('plannedTime');
    return columns.has('event') && hasTime && (columns.has('station') || columns.has('stationCode'));
  },
  read: (bytes, context) => {
    const findings = collectFindings();
    const { rows, brokenRows } = readRailTable(bytes, HEADERS, context, findings);
    const broken = Array.from({ length: brokenRows }, () => NOTHING);
    return interpretUnits([...rows.map(readPass), ...broken], findings);
  },
};
