import type { EventCode } from 'graph-schema/domain/event-code';
import { loadCodeList, type CodeRow } from 'graph-schema/reference/code-list';
import type { EdifactContext } from '../../claims/edifact/interchange.ts';
import type { MessageHead } from '../../claims/edifact/message-head.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';

const PROCESSING = loadCodeList('edifact-cusres/processing-7365');
const NATIONAL = loadCodeList('edifact-cusres/national-7365');
const WORDS = loadCodeList('edifact-cusres/status-words');
const ANSWERS = loadCodeList('edifact-cusres/answers');

/** Segments that hold 7365, the older first, and the element that it stands in. */
const ELEMENTS: Readonly<Record<string, number>> = { GIS: 0, GEI: 1 };

/** What customs decided. */
export interface Outcome {
  /** Null: known, and nothing that happens to the cargo; or nothing says it. Told either way. */
  readonly code: EventCode | null;
  readonly rawCode: string | null;
  readonly meaning: string | null;
}

/** 3055 of codes that the directories define; a national agency means its own by the same digits. */
const UNITED_NATIONS: ReadonlySet<string> = new Set(['', '6']);

/** References of a declaration; without any of them, and with a bill, a cargo report is answered. */
const DECLARATIONS = ['ABT', 'AAE', 'MRN', 'ABE', 'ABO', 'AEA'];
const BILLS = ['BM', 'BH', 'MB', 'AAS', 'MWB', 'HWB', 'AWB', 'AAM'];

/**
 * The status, by trust: GIS, words of FTX+AHN, the function or name of the answer. Errors (ERC) do not decide:
 * some customs tell there that they accept with a warning.
 */
export function outcomeOf(head: MessageHead, context: EdifactContext): Outcome {
  const { segments, at, span } = head.message;
  const variant = isAboutManifest(segments) ? 'MANIFEST' : null;
  const indicator = indicatorIn(segments);
  if (indicator) return byIndicator(indicator, variant, at, context);
  const spoken = wordsIn(segments);
  if (spoken) return { code: codeOf(WORDS.find(spoken, variant)), rawCode: spoken, meaning: null };
  const answer = ANSWERS.find(head.functionCode ?? '') ?? ANSWERS.find(`BGM:${head.code ?? ''}`);
  const rawCode = [head.code, head.functionCode].filter((code) => code !== null).join('+') || null;
  if (answer?.canonical) {
    const row = PROCESSING.find(answer.canonical, variant);
    return { code: codeOf(row), rawCode, meaning: answer.meaning };
  }
  context.findings.add('MISSING_FIELD', 'WARNING', at, 'status of the answer', span);
  return { code: 'UNMAPPED_DOCUMENT', rawCode, meaning: null };
}

/** GIS + 7365 : 1131 : 3055 up to D99B, GEI + 9649 + 7365 : 1131 : 3055 after it. */
function byIndicator(
  gis: EdifactSegment,
  variant: string | null,
  at: string,
  { findings }: EdifactContext,
): Outcome {
  const element = ELEMENTS[gis.tag] ?? 0;
  const code = gis.read(element, 0) ?? '';
  const agency = gis.read(element, 2) ?? '';
  const isStandard = UNITED_NATIONS.has(agency);
  const [list, looked] = isStandard ? [PROCESSING, variant] : [NATIONAL, agency];
  const row = list.find(code, looked);
  const rawCode = isStandard ? code : `${code}:${gis.read(element, 1) ?? ''}:${agency}`;
  if (!row) {
    findings.unmapped(list, code, `${at}/${gis.tag}`, gis, 'WARNING', looked);
    return { code: 'UNMAPPED_DOCUMENT', rawCode, meaning: null };
  }
  if (row.canonical === null)
    findings.add('UNSUPPORTED', 'INFO', `${at}/${gis.tag}`, `${rawCode}: ${row.meaning}`, gis);
  return { code: codeOf(row), rawCode, meaning: row.meaning };
}

/** Of several indicators the one of list 120 (customs status) or without a list; others are about items and payments. */
function indicatorIn(segments: readonly EdifactSegment[]): EdifactSegment | null {
  for (const [tag, element] of Object.entries(ELEMENTS)) {
    const all = segments.filter((segment) => segment.tag === tag && segment.read(element, 0) !== null);
    const status = all.find((segment) => ['120', null].includes(segment.read(element, 1))) ?? all[0];
    if (status) return status;
  }
  return null;
}

/** `FTX+AHN+++CLEAR:…` or `FTX+AHN+++CONSOLIDATED STATUS:HELD`; other lines are single checks. */
function wordsIn(segments: readonly EdifactSegment[]): string | null {
  for (const segment of segments) {
    if (!segment.is('FTX', 'AHN')) continue;
    const first = segment.read(3, 0)?.toUpperCase() ?? '';
    const said = first === 'CONSOLIDATED STATUS' ? (segment.read(3, 1)?.toUpperCase() ?? '') : first;
    if (WORDS.find(said)?.canonical) return said;
  }
  return null;
}

function isAboutManifest(segments: readonly EdifactSegment[]): boolean {
  const names = (kinds: readonly string[]): boolean =>
    segments.some((segment) => segment.tag === 'RFF' && kinds.includes(segment.read(0)?.toUpperCase() ?? ''));
  return names(BILLS) && !names(DECLARATIONS);
}

function codeOf(row: CodeRow | null): EventCode | null {
  return (row?.canonical ?? null) as EventCode | null;
}
