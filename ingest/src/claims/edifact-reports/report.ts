import type { Span } from 'graph-schema/domain/tracking-event';
import type { EdifactMessage } from '../../syntax/edifact/envelope.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { Findings } from '../../syntax/findings.ts';
import type { MessageHead } from '../edifact/message-head.ts';
import {
  cutGroups,
  findIn,
  indexByQualifier,
  spanOf,
  type FindSegment,
  type SegmentGroup,
} from '../edifact/segments.ts';

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
  const { head: header, groups } = cutGroups(message.segments, ['EQD']);
  const boxes = groups.map((group, index) => boxGroup(`${message.at}/EQD[${index + 1}]`, group));
  checkTotal(message, boxes.length, findings);
  return { ...head, header, findInHeader: indexByQualifier(header), boxes };
}

function boxGroup(at: string, group: SegmentGroup): BoxGroup {
  const [equipment, ...segments] = group;
  return { at, equipment, segments, find: findIn(segments), span: spanOf(group) };
}

/** `CNT+16:n`: the sender's own number of boxes. */
function checkTotal({ at, segments }: EdifactMessage, boxes: number, findings: Findings): void {
  const total = segments.find((segment) => segment.is('CNT', '16'));
  const said = total?.read(0, 1) ?? null;
  if (total && said !== null && Number(said) !== boxes)
    findings.add('BAD_ENVELOPE', 'WARNING', `${at}/CNT`, `boxes ${said}, found ${boxes}`, total);
}
