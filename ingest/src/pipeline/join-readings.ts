import type { Interpretation, MessageIssue, UnitCounts } from 'graph-schema/domain/message';
import type { Attested, Span } from 'graph-schema/domain/tracking-event';
import type { Reading } from './read.ts';

/** The reading of a part of a message, and where the part begins. */
export interface PartReading {
  readonly start: number;
  readonly result: Reading;
}

/** Puts the readings of the parts of one message together: spans are those of the whole, findings say which part. */
export function joinReadings(parts: readonly PartReading[]): Reading {
  const formats = new Set(parts.flatMap(({ result }) => result.format ?? []));
  const interpretation: Interpretation = {
    messages: parts.flatMap(({ start, result }) =>
      result.interpretation.messages.map((message) => ({
        ...message,
        attested: message.attested.map((attested) => moved(attested, start)),
      })),
    ),
    positions: parts.flatMap(({ result }) => result.interpretation.positions),
    statics: parts.flatMap(({ result }) => result.interpretation.statics),
    issues: parts.flatMap(({ start, result }, index) =>
      result.interpretation.issues.map((issue) => inPart(issue, index + 1, start)),
    ),
    counts: parts.map(({ result }) => result.interpretation.counts).reduce(sum),
  };
  return {
    format: formats.size > 0 ? [...formats].join('+') : null,
    messages: parts.reduce((total, { result }) => total + result.messages, 0),
    interpretation,
  };
}

/** The same reading with every span where `move` puts it, and findings where `name` says that they are. */
export function withOffsets(
  reading: Reading,
  move: (offset: number) => number,
  name: (at: string) => string = (at) => at,
): Reading {
  const { interpretation } = reading;
  const put = ({ start, end }: Span): Span => ({ start: move(start), end: move(end) });
  return {
    ...reading,
    interpretation: {
      ...interpretation,
      messages: interpretation.messages.map((message) => ({
        ...message,
        attested: message.attested.map((one) => ({ ...one, span: put(one.span) })),
      })),
      issues: interpretation.issues.map((issue) => ({
        ...issue,
        at: name(issue.at),
        span: issue.span && put(issue.span),
      })),
    },
  };
}

function moved(attested: Attested, by: number): Attested {
  return { ...attested, span: shift(attested.span, by) };
}

function inPart(issue: MessageIssue, part: number, by: number): MessageIssue {
  return { ...issue, at: `part[${part}]/${issue.at}`, span: issue.span && shift(issue.span, by) };
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function sum(a: UnitCounts, b: UnitCounts): UnitCounts {
  return {
    units: a.units + b.units,
    withEvents: a.withEvents + b.withEvents,
    withPositions: a.withPositions + b.withPositions,
    withIssuesOnly: a.withIssuesOnly + b.withIssuesOnly,
    withoutContent: a.withoutContent + b.withoutContent,
  };
}
