import type { TransportRef } from 'graph-schema/domain/tracking-event';
import type { CodeList } from 'graph-schema/reference/code-list';
import { readConveyance } from '../edifact/conveyance.ts';
import type { ReportContext } from './interpret-reports.ts';
import { findByProfile } from '../edifact/profile.ts';
import { findByWords } from '../ports/words.ts';
import type { EdifactReport } from './report.ts';

/**
 * What an order is about (the canonical value of its name, BGM 1001, else of its words). A code without a meaning is
 * told, and null; nothing at all is told as missing, and null.
 */
export function orderOf(
  { code, text, message }: EdifactReport,
  codes: CodeList,
  words: CodeList,
  { findings }: ReportContext,
): string | null {
  const { at, span } = message;
  const said = findByProfile(codes, code ?? '', message)?.canonical ?? findByWords(text, words);
  if (said !== null) return said;
  const written = code ?? text;
  if (written === null) findings.add('MISSING_FIELD', 'ERROR', `${at}/BGM`, 'name of the order', span);
  else findings.unmapped(codes, written, `${at}/BGM`, span);
  return null;
}

/** The ship that the boxes are meant for, or come from (`TDT+20`). */
export function mainCarriageOf(report: EdifactReport, context: ReportContext): TransportRef | null {
  const { header, message } = report;
  const first = header.findIndex((segment) => segment.is('TDT', '20'));
  const tdt = header[first];
  if (!tdt) return null;
  const afterIt = header.slice(first + 1);
  const next = afterIt.findIndex((segment) => segment.tag === 'TDT');
  return readConveyance(tdt, next < 0 ? afterIt : afterIt.slice(0, next), 'VESSEL', message.at, context);
}
