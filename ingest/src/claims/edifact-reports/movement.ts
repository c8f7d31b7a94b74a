import type { EventCode } from 'graph-schema/domain/event-code';
import type { CodeList } from 'graph-schema/reference/code-list';
import { findByProfile } from '../edifact/profile.ts';
import { findByWords } from '../ports/words.ts';
import type { ReportContext } from './interpret-reports.ts';
import type { EdifactReport } from './report.ts';

/** How a kind of report says what moved. */
export interface MovementLists {
  /** BGM 1001, with the event as canonical value. */
  readonly codes: CodeList;
  /** Words of BGM 1000 that say the same. */
  readonly words: CodeList;
  /** What is missing when neither is there, for the finding: `in or out`. */
  readonly choice: string;
}

/**
 * What the report is about. A code without a meaning is shown as received; null, with a finding, when nothing says it.
 * `hint`: what another segment says for senders who leave BGM without a meaning.
 */
export function movementOf(
  report: EdifactReport,
  { codes, words, choice }: MovementLists,
  { findings }: ReportContext,
  hint: EventCode | null = null,
): EventCode | null {
  const { at, span } = report.message;
  const row = findByProfile(codes, report.code ?? '', report.message);
  const said = row?.canonical ?? findByWords(report.text, words) ?? hint;
  if (said !== null) return said as EventCode;
  const written = report.code ?? report.text;
  if (written === null) {
    findings.add('MISSING_FIELD', 'ERROR', `${at}/BGM`, choice, span);
    return null;
  }
  findings.unmapped(codes, written, `${at}/BGM`, span);
  return 'UNMAPPED';
}
