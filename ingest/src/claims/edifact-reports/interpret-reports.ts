import type { EdifactContext, EdifactReader } from '../edifact/interchange.ts';
import { messageReader, type MessageUnit } from '../edifact/message-reader.ts';
import { readReport, type EdifactReport } from './report.ts';

export type ReportUnit = MessageUnit;
export type ReportContext = EdifactContext;

/** Turns one report into units: its boxes, and the vessel's call where it is told. */
export type ReportReader = (report: EdifactReport, context: ReportContext) => readonly ReportUnit[];

/** Reads reports about equipment; `cancelled`: what a cancellation claims besides withdrawing. */
export function reportReader(read: ReportReader, cancelled?: ReportReader): EdifactReader {
  return messageReader(
    'EQD',
    (head, context) => read(readReport(head, context.findings), context),
    cancelled && ((head, context) => cancelled(readReport(head, context.findings), context)),
  );
}
