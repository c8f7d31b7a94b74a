import type { ReadMessage } from 'graph-schema/domain/message';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { EdifactContext } from '../../claims/edifact/interchange.ts';
import type { EdifactMessage } from '../../syntax/edifact/envelope.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';

/**
 * CONTRL, ISO 9735-4 (syntax version 3: Amendment 1 of ISO 9735).
 *
 *   UCI + reference + sender + recipient + 0083 [+ 0085 + segment + position]    the interchange
 *   UCF + reference + sender + recipient + 0083 [+ 0085 …]                       a group of it
 *   UCM + reference + type:version:release + 0083 [+ 0085 …]                     a message of it
 *   UCS + position of the segment [+ 0085]      UCD + 0085 + element:component   what is wrong in that message
 *
 * It is about what was sent, not about cargo: an acknowledgement carries nothing, a refusal is a finding. A unit is
 * one answer (UCI, UCF, UCM) with the UCS and UCD under it.
 */
const ACTIONS = loadCodeList('edifact-contrl/action-0083');
const ERRORS = loadCodeList('edifact-contrl/error-0085');

/** Element that holds 0083; the error stands in the one after it. */
const ACTION_ELEMENT: Readonly<Record<string, number>> = { UCI: 3, UCF: 3, UCM: 2 };

export function readSyntaxAnswer(message: EdifactMessage, context: EdifactContext): readonly ReadMessage[] {
  const answers = listAnswers(message.segments);
  const interchange = answers.find(({ head }) => head.tag === 'UCI')?.head.read(0) ?? null;
  for (const answer of answers) tellAnswer(answer, interchange, message, context);
  if (answers.length === 0) {
    context.findings.add('MISSING_FIELD', 'ERROR', message.at, 'UCI', message.span);
    context.tally.withIssuesOnly();
  }
  return [];
}

interface Answer {
  readonly head: EdifactSegment;
  readonly details: EdifactSegment[];
}

function listAnswers(segments: readonly EdifactSegment[]): Answer[] {
  const answers: Answer[] = [];
  for (const segment of segments) {
    if (segment.tag in ACTION_ELEMENT) answers.push({ head: segment, details: [] });
    else answers.at(-1)?.details.push(segment);
  }
  return answers;
}

function tellAnswer(
  { head, details }: Answer,
  interchange: string | null,
  { at }: EdifactMessage,
  { findings, tally }: EdifactContext,
): void {
  const element = ACTION_ELEMENT[head.tag] ?? 3;
  const code = head.read(element);
  const action = ACTIONS.find(code ?? '')?.canonical ?? null;
  if (action === 'ACKNOWLEDGED' || action === 'RECEIVED') {
    tally.withoutContent();
    return;
  }
  tally.withIssuesOnly();
  const where = `${at}/${head.tag}`;
  if (code === null) findings.add('MISSING_FIELD', 'WARNING', where, 'action', head);
  else if (action === null) findings.unmapped(ACTIONS, code, where, head);
  else {
    const subject = [interchange, ...(head.tag === 'UCI' ? [] : [head.read(0), head.read(1)]), 'rejected'];
    const errors = [errorAt(head, element + 1), ...details.map(errorOfDetail)].filter((e) => e !== null);
    const words = [subject.filter((word) => word !== null).join(' '), ...errors].join('; ');
    const end = details.at(-1)?.end ?? head.end;
    findings.add('UNSUPPORTED', 'INFO', where, words, { start: head.start, end });
  }
}

/** `12 Invalid value (BGM)`: the error in words, with the segment that it names. */
function errorAt(segment: EdifactSegment, element: number): string | null {
  const code = segment.read(element);
  if (code === null) return null;
  const tag = segment.read(element + 1);
  return `${code} ${ERRORS.find(code)?.meaning ?? ''}${tag === null ? '' : ` (${tag})`}`.trim();
}

function errorOfDetail(segment: EdifactSegment): string | null {
  switch (segment.tag) {
    case 'UCS': {
      const error = segment.read(1);
      const place = `segment ${segment.read(0) ?? '?'}`;
      return error === null ? place : `${place}: ${error} ${ERRORS.find(error)?.meaning ?? ''}`.trim();
    }
    case 'UCD': {
      const error = segment.read(0);
      const place = `element ${segment.read(1, 0) ?? '?'}`;
      return error === null ? place : `${place}: ${error} ${ERRORS.find(error)?.meaning ?? ''}`.trim();
    }
    default:
      return null;
  }
}
