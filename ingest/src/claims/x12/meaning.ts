import {
  EVENT_CLASSIFIERS,
  EVENT_CODES,
  type EventClassifier,
  type EventCode,
} from 'graph-schema/domain/event-code';
import type { LoadState, Reason, Span, TransportMode } from 'graph-schema/domain/tracking-event';
import type { CodeList } from 'graph-schema/reference/code-list';
import type { Findings } from '../../syntax/findings.ts';

/** One event that a status code means. */
export interface StatusMeaning {
  readonly code: EventCode;
  /** ACTUAL unless the code is of something that is still to come. */
  readonly classifier: EventClassifier;
  /** The means of transport that the code itself names. */
  readonly mode: TransportMode | null;
  readonly loadState: LoadState | null;
  /** The code and what its list says, where the event alone does not say it all: who holds the cargo, what delays it. */
  readonly reason: Reason | null;
}

const CODES: ReadonlySet<string> = new Set(EVENT_CODES);
const CLASSIFIERS: ReadonlySet<string> = new Set(EVENT_CLASSIFIERS);
const MODES: ReadonlySet<string> = new Set(['VESSEL', 'BARGE', 'RAIL', 'AIR', 'TRUCK']);
const LOAD_STATES: ReadonlySet<string> = new Set(['EMPTY', 'FULL', 'LCL']);

/** Known codes that no event of ours stands for yet. */
const UNNAMED: ReadonlySet<string> = new Set(['UNMAPPED', 'UNMAPPED_DOCUMENT']);

/** Events that several codes mean: the words of the code tell them apart. */
const REASONED: ReadonlySet<string> = new Set([
  'HELD', 'HOLD_LIFTED', 'CUSTOMS_HOLD_PLACED', 'CUSTOMS_HOLD_LIFTED', 'DECL_SELECTED', 'DECL_RELEASED', 'DECL_CANCELLED',
  'DELIVERY_FAILED', 'DELAYED', 'DISCREPANCY', 'DAMAGED', 'MANIFEST_AMENDED', 'MANIFEST_DELETED', 'QUARANTINE_FAILED',
]); // prettier-ignore

/** The words of a canonical value in any order: `LOADED RAIL`, `ARRIVED ESTIMATED`, `GATED_OUT EMPTY`. */
export function readMeaning(canonical: string, reason: Reason | null = null): StatusMeaning {
  const words = canonical.split(' ');
  const find = (known: ReadonlySet<string>): string | null => words.find((word) => known.has(word)) ?? null;
  const code = (find(CODES) ?? 'UNMAPPED') as EventCode;
  return {
    code,
    classifier: (find(CLASSIFIERS) ?? 'ACTUAL') as EventClassifier,
    mode: find(MODES) as TransportMode | null,
    loadState: find(LOAD_STATES) as LoadState | null,
    reason: REASONED.has(code) ? reason : null,
  };
}

/**
 * The events that a code means by the first of the lists that has it; none where the list says that it is nothing for a
 * journey, which is told. A code that no list has, or that is listed without an event of ours, is told against its list, so
 * that it does not end in silence and an operator can give it a meaning; it is shown as received.
 */
export function meaningsOf(
  lists: readonly [CodeList, ...CodeList[]],
  code: string,
  where: { readonly at: string; readonly span: Span },
  findings: Findings,
  unknown: EventCode = 'UNMAPPED',
): readonly StatusMeaning[] {
  for (const list of lists) {
    const row = list.find(code);
    if (!row) continue;
    if (row.canonical === null) {
      findings.addOnce('UNSUPPORTED', 'INFO', where.at, `${code}: ${row.meaning}`, where.span);
      return [];
    }
    if (UNNAMED.has(row.canonical)) findings.unmapped(list, code, where.at, where.span, 'INFO');
    const reason = { scheme: schemeOf(list), code, text: row.meaning };
    return row.canonical.split('+').map((one) => readMeaning(one.trim(), reason));
  }
  findings.unmapped(lists[0], code, where.at, where.span);
  return [{ code: unknown, classifier: 'ACTUAL', mode: null, loadState: null, reason: null }];
}

/** `x12/status-157` → `X12 157`, `aar-clm/sight-codes` → `AAR-CLM` */
function schemeOf({ name }: CodeList): string {
  const element = /-(\d+)$/.exec(name)?.[1];
  return element ? `X12 ${element}` : (name.split('/')[0] ?? name).toUpperCase();
}
