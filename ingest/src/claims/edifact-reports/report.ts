import type { WallClock } from 'graph-schema/domain/event-time';
import type { Span } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { parseEdifactDateTime } from '../../syntax/edifact/date-time.ts';
import type { EdifactMessage } from '../../syntax/edifact/envelope.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { Findings } from '../../syntax/findings.ts';
import { findAction, type MessageAction } from '../message-action.ts';

/**
 * A report about equipment (CODECO, COARRI, COPRAR …): a header, then one group per box.
 *
 *   BGM [DTM] [RFF] { TDT [RFF] [LOC] [DTM] } { NAD } { EQD [RFF] [DTM] [LOC] [MEA] [SEL] [DAM] [TDT] [NAD] } [CNT]
 *
 * Directories and profiles order what follows EQD differently; everything up to the next EQD speaks of that box.
 */
export interface EdifactReport {
  readonly message: EdifactMessage;
  /** BGM 1001, the coded name of the report. */
  readonly code: string | null;
  /** BGM 1000, its name in words. */
  readonly text: string | null;
  /** BGM 1004, by which a later message withdraws or replaces this one. */
  readonly reference: string | null;
  /** `RFF+ACW`: the number of the message that is withdrawn or replaced, when it is another one. */
  readonly earlierReference: string | null;
  /** What the function (1225) does to what was said before under the reference. */
  readonly action: MessageAction;
  /** When the sender made it (`DTM+137`, else the interchange), in an unstated zone. */
  readonly sent: WallClock | null;
  /** Before the first EQD. */
  readonly header: readonly EdifactSegment[];
  /** Found without walking the header per box. */
  readonly findInHeader: FindSegment;
  readonly boxes: readonly BoxGroup[];
}

/** The first segment of a tag (`LOC`) with this qualifier (`165`, the first component); null when there is none. */
export type FindSegment = (tag: string, qualifier: string) => EdifactSegment | null;

export interface BoxGroup {
  /** `UNB/UNH[1]/EQD[3]` */
  readonly at: string;
  readonly equipment: EdifactSegment;
  /** What follows EQD and belongs to it. */
  readonly segments: readonly EdifactSegment[];
  /** Looks in these segments. */
  readonly find: FindSegment;
  readonly span: Span;
}

const FUNCTIONS = loadCodeList('edifact/function-1225');

/** Control segments after the last group. */
function isClosing(tag: string): boolean {
  return tag === 'CNT' || tag === 'AUT' || tag === 'UNS';
}

export function readReport(message: EdifactMessage, findings: Findings): EdifactReport {
  const { header, boxes } = splitGroups(message);
  const bgm = header.find((segment) => segment.tag === 'BGM') ?? null;
  if (!bgm) findings.add('MISSING_FIELD', 'WARNING', message.at, 'BGM', message.span);
  const findInHeader = indexByQualifier(header);
  const sent = findInHeader('DTM', '137');
  const earlier = findInHeader('RFF', 'ACW');
  checkTotal(message, boxes.length, findings);
  return {
    message,
    code: bgm?.read(0, 0) ?? null,
    text: bgm?.read(0, 3) ?? null,
    reference: bgm?.read(1) ?? null,
    earlierReference: earlier?.read(0, 1) ?? null,
    action: actionOf(bgm, message.at, findings),
    sent: (sent && readDateTime(sent)) ?? message.interchange.prepared,
    header,
    findInHeader,
    boxes,
  };
}

function indexByQualifier(segments: readonly EdifactSegment[]): FindSegment {
  const tags = new Map<string, Map<string, EdifactSegment>>();
  for (const segment of segments) {
    const known = tags.get(segment.tag) ?? new Map<string, EdifactSegment>();
    const qualifier = segment.read(0) ?? '';
    if (!known.has(qualifier)) known.set(qualifier, segment);
    tags.set(segment.tag, known);
  }
  return (tag, qualifier) => tags.get(tag)?.get(qualifier) ?? null;
}

/** The value of a DTM segment, null when it is no point in time. */
export function readDateTime(segment: EdifactSegment): WallClock | null {
  const value = segment.read(0, 1);
  return value === null ? null : parseEdifactDateTime(value, segment.read(0, 2));
}

function actionOf(bgm: EdifactSegment | null, at: string, findings: Findings): MessageAction {
  const code = bgm?.read(2) ?? null;
  const action = code === null ? 'ORIGINAL' : findAction(FUNCTIONS, code);
  if (action === null) findings.unmapped(FUNCTIONS, code ?? '', `${at}/BGM`, bgm);
  return action ?? 'ORIGINAL';
}

function splitGroups({ at, segments }: EdifactMessage): { header: EdifactSegment[]; boxes: BoxGroup[] } {
  const header: EdifactSegment[] = [];
  const boxes: BoxGroup[] = [];
  let equipment: EdifactSegment | null = null;
  let own: EdifactSegment[] = [];
  const close = (): void => {
    if (equipment) boxes.push(boxGroup(`${at}/EQD[${boxes.length + 1}]`, equipment, own));
    equipment = null;
    own = [];
  };
  for (const segment of segments) {
    if (segment.tag === 'EQD') {
      close();
      equipment = segment;
    } else if (isClosing(segment.tag)) close();
    else (equipment ? own : header).push(segment);
  }
  close();
  return { header, boxes };
}

function boxGroup(at: string, equipment: EdifactSegment, segments: readonly EdifactSegment[]): BoxGroup {
  const find: FindSegment = (tag, qualifier) => {
    for (const segment of segments) if (segment.is(tag, qualifier)) return segment;
    return null;
  };
  const { end } = segments.at(-1) ?? equipment;
  return { at, equipment, segments, find, span: { start: equipment.start, end } };
}

/** `CNT+16:n`: the sender's own number of boxes. */
function checkTotal({ at, segments }: EdifactMessage, boxes: number, findings: Findings): void {
  const total = segments.find((segment) => segment.is('CNT', '16'));
  const said = total?.read(0, 1) ?? null;
  if (total && said !== null && Number(said) !== boxes)
    findings.add('BAD_ENVELOPE', 'WARNING', `${at}/CNT`, `boxes ${said}, found ${boxes}`, total);
}
