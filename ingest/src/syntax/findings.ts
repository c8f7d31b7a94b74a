import type { IssueCode, IssueSeverity, MessageIssue } from 'graph-schema/domain/message';
import type { Span } from 'graph-schema/domain/tracking-event';
import type { CodeList } from 'graph-schema/reference/code-list';

/** Longest text of the message that an issue quotes, in characters. */
const LONGEST_VALUE = 200;

/** What reading a message found wrong with it. */
export interface Findings {
  /** In the order in which they were found; what a limit left out follows as one summary per code. */
  readonly issues: readonly MessageIssue[];
  /** `value` is cut to what an issue may hold; null where there is nothing to quote. */
  readonly add: (
    code: IssueCode,
    severity: IssueSeverity,
    at: string,
    value: string | null,
    span: Span | null,
  ) => void;
  /** As `add`, but one thing is said once: three thousand boxes at one unknown place are one finding. */
  readonly addOnce: Findings['add'];
  /**
   * A code that its list has no meaning for, said once per list, code and variant: UNMAPPED_CODE with the bare code as
   * value, so that an operator can map it. The claim is made all the same, as UNMAPPED. `variant`: as it was looked up.
   */
  readonly unmapped: (
    list: CodeList,
    code: string,
    at: string,
    span: Span | null,
    severity?: IssueSeverity,
    variant?: string | null,
  ) => void;
  /** Takes over what a reader of a part has found; null is nothing. */
  readonly include: (issue: MessageIssue | null) => void;
}

/** `limit`: for streams that may have tens of thousands of bad lines; counts of units beside it stay exact. */
export function collectFindings(limit = Number.POSITIVE_INFINITY): Findings {
  const issues: MessageIssue[] = [];
  const left = new Map<IssueCode, { count: number; readonly severity: IssueSeverity }>();
  const said = new Set<string>();
  const include = (issue: MessageIssue | null): void => {
    if (!issue) return;
    if (issues.length < limit) {
      issues.push(issue);
      return;
    }
    const more = left.get(issue.code);
    if (more) more.count += 1;
    else left.set(issue.code, { count: 1, severity: issue.severity });
  };
  const add: Findings['add'] = (code, severity, at, value, span) => {
    const cut =
      value !== null && value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE - 1)}…` : value;
    include({
      code,
      severity,
      at,
      value: cut,
      span: span && { start: span.start, end: span.end },
      list: null,
    });
  };
  const unmapped: Findings['unmapped'] = (list, code, at, span, severity = 'WARNING', looked = null) => {
    const variant = looked !== null && list.tellsApart(looked) ? looked.slice(0, LONGEST_VALUE) : null;
    const key = `${list.name}\n${code}\n${variant ?? ''}`;
    if (said.has(key)) return;
    said.add(key);
    const row = list.find(code, looked);
    // An operator has said that it says nothing: that is a meaning, and asks for no other.
    if (row?.isCorrected && row.canonical === null) return;
    const value = code.slice(0, LONGEST_VALUE);
    const place = span && { start: span.start, end: span.end };
    const issue = { code: 'UNMAPPED_CODE', severity, at, value, span: place, list: list.name } as const;
    include(variant === null ? issue : { ...issue, variant });
  };
  const addOnce: Findings['add'] = (code, severity, at, value, span) => {
    const key = `${code}\n${value ?? ''}`;
    if (said.has(key)) return;
    said.add(key);
    add(code, severity, at, value, span);
  };
  const summary = (): MessageIssue[] =>
    [...left].map(([code, { count, severity }]) => {
      return { code, severity, at: 'message', value: `${count} more`, span: null, list: null };
    });
  return {
    get issues() {
      return [...issues, ...summary()];
    },
    add,
    addOnce,
    unmapped,
    include,
  };
}

/** For a second look at the same bytes: what it would find was said at the first. */
export const SILENT: Findings = {
  issues: [],
  add: () => {},
  addOnce: () => {},
  unmapped: () => {},
  include: () => {},
};
