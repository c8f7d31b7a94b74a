import type { Span } from 'graph-schema/domain/tracking-event';
import { isQuotable } from '../../claims/edifact/reference.ts';
import type { EdifactReport } from '../../claims/edifact-reports/report.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';

/**
 * A release order may hold the code (PIN) that opens the gate, in an RFF or in free text. It is not read, and what is
 * quoted as evidence ends before the first segment that may hold it: whoever sees the journey must not fetch the box.
 */
export function withoutSecrets(report: EdifactReport): EdifactReport {
  const { message, header, boxes } = report;
  const span = quotable(header) ?? { start: message.span.start, end: message.span.start + 1 };
  return {
    ...report,
    message: { ...message, span },
    boxes: boxes.map((group) => ({
      ...group,
      span: quotable([group.equipment, ...group.segments]) ?? group.equipment,
    })),
  };
}

function quotable(segments: readonly EdifactSegment[]): Span | null {
  const secret = segments.findIndex((segment) => segment.tag === 'FTX' || !isQuotable(segment));
  const shown = secret < 0 ? segments : segments.slice(0, secret);
  const first = shown[0];
  return first ? { start: first.start, end: (shown.at(-1) ?? first).end } : null;
}
