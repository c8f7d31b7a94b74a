import type { EdifactContext, EdifactReader } from '../edifact/interchange.ts';
import { withCarriers } from '../edifact/carriers.ts';
import { messageReader, type MessageUnit, type UnitsOf } from '../edifact/message-reader.ts';
import { readReport, type EdifactReport } from './report.ts';

export type ReportUnit = MessageUnit;
export type ReportContext = EdifactContext;

/** Turns one report into units: its boxes, and the vessel's call where it is told. */
export type ReportReader = (report: EdifactReport, context: ReportContext) => readonly ReportUnit[];

interface ReportMaker {
  /** What a cancellation claims besides withdrawing. */
  readonly cancelled?: ReportReader;
  /** The reports list boxes of a ship, whoever's bills they travel on. */
  readonly isShipList?: boolean;
}

/** Reads reports about equipment. */
export function reportReader(
  read: ReportReader,
  { cancelled, isShipList = false }: ReportMaker = {},
): EdifactReader {
  const unitsOf =
    (reader: ReportReader): UnitsOf =>
    (head, context) => {
      const report = readReport(head, context.findings);
      return reader(report, withCarriers(report.header, context, isShipList));
    };
  return messageReader('EQD', unitsOf(read), cancelled && unitsOf(cancelled));
}
