import type { ReadMessage } from 'graph-schema/domain/message';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { EdifactContext } from '../../claims/edifact/interchange.ts';
import type { EdifactMessage } from '../../syntax/edifact/envelope.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';

/**
 * APERAK, application error and acknowledgement.
 *
 *   BGM + 1001:::1000 + number + 1225    { RFF + ACW : number of what is answered }
 *   { ERC + 9321 code   { FTX + AAO + + + text }   { RFF } }
 *
 * It answers a message, so it tells of no cargo: acceptance carries nothing, each error is a finding in the words of
 * the sender. Errors beside an acceptance are remarks, and found all the same. A unit is an error, or the answer.
 */
const ANSWERS = loadCodeList('edifact-aperak/answers');

/** References that name the message that is answered, the more exact first. */
const ANSWERED = ['ACW', 'AGO', 'AAN', 'DM'];

interface ErrorGroup {
  readonly erc: EdifactSegment;
  readonly segments: EdifactSegment[];
}

export function readApplicationAnswer(
  message: EdifactMessage,
  context: EdifactContext,
): readonly ReadMessage[] {
  const { header, errors } = splitErrors(message.segments);
  const subject = answeredMessage(header);
  for (const error of errors) tellError(error, subject, message, context);
  if (errors.length === 0) readVerdict(header, subject, message, context);
  return [];
}

function splitErrors(segments: readonly EdifactSegment[]): {
  header: EdifactSegment[];
  errors: ErrorGroup[];
} {
  const header: EdifactSegment[] = [];
  const errors: ErrorGroup[] = [];
  for (const segment of segments) {
    if (segment.tag === 'ERC') errors.push({ erc: segment, segments: [] });
    else (errors.at(-1)?.segments ?? header).push(segment);
  }
  return { header, errors };
}

function answeredMessage(header: readonly EdifactSegment[]): string {
  for (const kind of ANSWERED) {
    const number = header.find((segment) => segment.is('RFF', kind))?.read(0, 1);
    if (number) return number;
  }
  return header.find((segment) => segment.tag === 'BGM')?.read(1) ?? '';
}

function tellError(
  { erc, segments }: ErrorGroup,
  subject: string,
  { at }: EdifactMessage,
  { findings, tally }: EdifactContext,
): void {
  const text = segments.filter(({ tag }) => tag === 'FTX').flatMap(freeText);
  const words = [subject, erc.read(0), ...text].filter((word) => word !== null && word !== '');
  const end = segments.at(-1)?.end ?? erc.end;
  findings.add('UNSUPPORTED', 'INFO', `${at}/ERC`, words.join(' '), { start: erc.start, end });
  tally.withIssuesOnly();
}

/** The words of an FTX: five components of free text, else the coded one. */
function freeText(ftx: EdifactSegment): string[] {
  const lines = [0, 1, 2, 3, 4].map((component) => ftx.read(3, component));
  const text = lines.filter((line) => line !== null);
  return text.length > 0 ? text : [ftx.read(2) ?? ''].filter((code) => code !== '');
}

function readVerdict(
  header: readonly EdifactSegment[],
  subject: string,
  { at, span }: EdifactMessage,
  { findings, tally }: EdifactContext,
): void {
  const bgm = header.find((segment) => segment.tag === 'BGM') ?? null;
  const byFunction = ANSWERS.find(bgm?.read(2) ?? '')?.canonical ?? null;
  const verdict = byFunction ?? ANSWERS.find(`BGM:${bgm?.read(0) ?? ''}`)?.canonical ?? null;
  if (verdict === 'ACCEPTED') {
    tally.withoutContent();
    return;
  }
  tally.withIssuesOnly();
  const text = header.filter(({ tag }) => tag === 'FTX').flatMap(freeText);
  const words = [subject, 'rejected', ...text].filter((word) => word !== '').join(' ');
  if (verdict === 'REJECTED') findings.add('UNSUPPORTED', 'INFO', `${at}/BGM`, words, bgm ?? span);
  else if (bgm) findings.unmapped(ANSWERS, bgm.read(2) ?? `BGM:${bgm.read(0) ?? ''}`, `${at}/BGM`, bgm);
  else findings.add('MISSING_FIELD', 'ERROR', at, 'BGM', span);
}
