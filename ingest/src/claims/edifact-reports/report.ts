import type { Span } from 'graph-schema/domain/tracking-event';
import type { EdifactMessage } from '../../syntax/edifact/envelope.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { Findings } from '../../syntax/findings.ts';
import type { MessageHead } from '../edifact/message-head.ts';
import { cutGroups, findIn, indexByQualifier, type FindSegment } from '../edifact/segments.ts';

/**
 * A report or an order about equipment (CODECO, COARRI, COPRAR, COPARN …): a header, then one group per box.
 *
 *   BGM [DTM] [RFF] { TDT [RFF] [LOC] [DTM] } { NAD } { EQD [RFF] [DTM] [LOC] [MEA] [SEL] [DAM] [TDT] [NAD] } [CNT]
 *
 * Directories and profiles order what follows EQD differently; everything up to the next EQD speaks of that box.
 */
export interface EdifactReport extends MessageHead {
  /** Before the first EQD. */
  readonly header: readonly EdifactSegment[];
  /** Found without walking the header per box. */
  readonly findInHeader: FindSegment;
  readonly boxes: readonly BoxGroup[];
}

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

export function readReport(head: MessageHead, findings: Findings): EdifactReport {
  const { message } = head;
  const { header, groups } = cutBoxes(message);
  const boxes = groups.map(({ equipment, segments }, index) => {
    const [first = equipment] = segments;
    const start = Math.min(first.start, equipment.start);
    const { end } = segments.findLast((segment) => segment.start > equipment.start) ?? equipment;
    const at = `${message.at}/EQD[${index + 1}]`;
    return { at, equipment, segments, find: findIn(segments), span: { start, end } };
  });
  checkTotal(message, boxes.length, findings);
  return { ...head, header, findInHeader: indexByQualifier(header), boxes };
}

interface BoxSegments {
  readonly equipment: EdifactSegment;
  readonly segments: readonly EdifactSegment[];
}

/** What some senders write before the EQD that it is of. */
const AHEAD: ReadonlySet<string> = new Set(['DIM', 'TMP', 'RNG', 'DGS']);

/** Where the header ends with such segments, which are of no goods (GID), the sender writes them before every box. */
function cutBoxes({ segments }: EdifactMessage): {
  readonly header: readonly EdifactSegment[];
  readonly groups: readonly BoxSegments[];
} {
  const { head, groups } = cutGroups(segments, ['EQD']);
  const boxes = groups.map(([equipment, ...own]) => ({ equipment, segments: own }));
  if (!AHEAD.has(head.at(-1)?.tag ?? '') || head.some(({ tag }) => tag === 'GID'))
    return { header: head, groups: boxes };
  const parts = [head, ...boxes.map((box) => box.segments)].map(splitAhead);
  return {
    header: parts[0]?.own ?? [],
    groups: boxes.map(({ equipment }, index) => ({
      equipment,
      segments: [...(parts[index]?.ahead ?? []), ...(parts[index + 1]?.own ?? [])],
    })),
  };
}

/** `ahead`: the segments at the end that are of the next box. */
function splitAhead(segments: readonly EdifactSegment[]) {
  const cut = segments.findLastIndex(({ tag }) => !AHEAD.has(tag)) + 1;
  return { own: segments.slice(0, cut), ahead: segments.slice(cut) };
}

/** `CNT+16:n`: the sender's own number of boxes. */
function checkTotal({ at, segments }: EdifactMessage, boxes: number, findings: Findings): void {
  const total = segments.find((segment) => segment.is('CNT', '16'));
  const said = total?.read(0, 1) ?? null;
  if (total && said !== null && Number(said) !== boxes)
    findings.add('BAD_ENVELOPE', 'WARNING', `${at}/CNT`, `boxes ${said}, found ${boxes}`, total);
}
