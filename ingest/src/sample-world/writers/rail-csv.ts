import { isoDate, sheetTime, type Moment } from '../moment.ts';
import type { Station } from '../world/stations.ts';
import { csv } from './csv.ts';
import type { Message } from './written.ts';

/** A train run: its number and the local date on which it started. */
export interface TrainRun {
  readonly number: string;
  readonly starts: Moment;
  readonly origin: Station;
}

export interface RailBox {
  readonly number: string;
  readonly sizeType: string;
  readonly seal?: string;
  readonly grossKg?: number;
}

export interface NoteRow {
  readonly note: string;
  readonly box: RailBox;
  readonly wagon?: string;
  readonly run: TrainRun;
  readonly from: Station;
  readonly to: Station;
  readonly at: Station;
  readonly bill?: string;
  readonly booking?: string;
  /** 受理, 制票, 装车, 换装, 卸车, 交付… */
  readonly stage: string;
}

const startDate = (run: TrainRun): string => isoDate(run.starts, run.origin.zone);

/** The rail note table: one row per box and stage. */
export function railNoteCsv(rows: readonly NoteRow[]): Message {
  const header = ['运单号', '箱号', '箱型', '封号', '毛重', '车号', '车次', '始发日期', '发站', '到站', '车站', '提单号', '订舱号', '阶段', '时间', '时区']; // prettier-ignore
  return ({ happened }) =>
    csv(
      header,
      rows.map((row) => [
        row.note, row.box.number, row.box.sizeType, row.box.seal ?? '', String(row.box.grossKg ?? ''),
        row.wagon ?? '', row.run.number, startDate(row.run), row.from.name, row.to.name, row.at.name,
        row.bill ?? '', row.booking ?? '', row.stage, sheetTime(happened, row.at.zone), '当地时间',
      ]), // prettier-ignore
    );
}

/** The station-pass table: one row per train and station, with where it was. */
export function stationPassCsv(run: TrainRun, at: Station, event: string, remark = ''): Message {
  const header = ['车次', '始发日期', '车站', '事件', '时间', '时区', '经度', '纬度', '备注'];
  return ({ happened }) =>
    csv(header, [
      [
        run.number, startDate(run), at.name, event, sheetTime(happened, at.zone), '当地时间',
        at.longitude.toFixed(4), at.latitude.toFixed(4), remark,
      ],
    ]); // prettier-ignore
}
