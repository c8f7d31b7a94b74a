import type { ReadMessage } from 'graph-schema/domain/message';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { FormatFamily, MessageFormat, ReaderOf } from '../../formats/message-format.ts';
import { familyFormat } from '../../formats/message-format.ts';
import { latin1 } from '../../syntax/charset.ts';
import { collectFindings, type Findings } from '../../syntax/findings.ts';
import { interpretation, UnitTally } from '../../syntax/units.ts';
import type { X12Set } from '../../syntax/x12/envelope.ts';
import { readX12 } from '../../syntax/x12/interchange.ts';
import { firstSetType, isX12 } from '../../syntax/x12/set-type.ts';
import type { ClaimContext } from '../claim-context.ts';
import { X12PlacesAndTimes } from './place-and-time.ts';

export interface X12Context extends ClaimContext {
  readonly placesAndTimes: X12PlacesAndTimes;
  /** Each unit of a set goes into exactly one bucket of it. */
  readonly tally: UnitTally;
}

/** Reads the transaction sets of one type. */
export interface X12Reader {
  /** The segment that begins a unit (`LX`, `X4`): counted where a set is cut off and none of it is applied. */
  readonly unit: string;
  /** Only whole sets come here. Adds to the tally and the findings of the context. */
  readonly read: (set: X12Set, context: X12Context) => readonly ReadMessage[];
}

/** Set type and the functional groups (GS01) that it may stand in, as rows `315 QO`. */
const GROUPS = loadCodeList('x12/functional-groups-479');

/** ANSI ASC X12: interchanges with transaction sets of any type. */
export const X12: FormatFamily = {
  id: 'x12',
  name: { en: 'ANSI X12 interchange', zh: 'ANSI X12 报文' },
  detect: isX12,
  read: (bytes, { source, places }, readerOf) => {
    const findings = collectFindings();
    const claims: ClaimContext = { source, places, findings };
    const tally = new UnitTally();
    const context = { ...claims, placesAndTimes: new X12PlacesAndTimes(claims), tally };
    const messages: ReadMessage[] = [];
    const types: string[] = [];
    const seen = new Set<string>();
    for (const set of readX12(bytes, source.defaultCharset, findings)) {
      types.push(set.type);
      noteRepeated(set, bytes, seen, findings);
      messages.push(...readOne(set, context, readerOf as ReaderOf<X12Reader>));
    }
    return { interpretation: interpretation({ messages }, findings, tally), types };
  },
};

/** A set that stands twice, under whatever control numbers: its claims are the same and count once. */
function noteRepeated(set: X12Set, bytes: Uint8Array, seen: Set<string>, findings: Findings): void {
  const [first, last] = [set.segments[0], set.segments.at(-1)];
  if (!set.complete || !first || !last) return;
  const text = `${set.sender} ${set.type} ${latin1(bytes.subarray(first.start, last.end))}`;
  if (seen.has(text)) findings.add('BAD_ENVELOPE', 'INFO', set.at, 'the set stands twice', set.span);
  seen.add(text);
}

/** A set without its trailer is not applied: its units count as such with issues only. */
function readOne(set: X12Set, context: X12Context, readerOf: ReaderOf<X12Reader>): readonly ReadMessage[] {
  const { type, complete, segments, at, span } = set;
  const reader = readerOf(type);
  if (!complete) {
    const units = reader ? segments.filter(({ tag }) => tag === reader.unit).length : 0;
    context.tally.withIssuesOnly(Math.max(1, units));
    return [];
  }
  if (reader) {
    checkGroup(set, context);
    return reader.read(set, context);
  }
  context.findings.add('MESSAGE_NOT_MAPPED', 'ERROR', at, type || null, span);
  context.tally.withIssuesOnly();
  return [];
}

/** Senders copy the GS of another set, so the set is read by its ST01 all the same. */
function checkGroup({ type, group, at, span }: X12Set, { findings }: X12Context): void {
  const isListed = GROUPS.rows.some(({ code }) => code.startsWith(`${type} `));
  if (group === null || !isListed || GROUPS.find(`${type} ${group}`)) return;
  findings.addOnce('BAD_ENVELOPE', 'INFO', at, `GS01 ${group} holds ST01 ${type}`, {
    start: span.start,
    end: span.start + 1,
  });
}

/** The descriptor of a format that reads transaction sets of some types. */
export function x12Format<const Id extends string>(given: {
  readonly id: Id;
  readonly name: MessageFormat['name'];
  readonly types: readonly string[];
  readonly reader: X12Reader;
}): MessageFormat<Id> {
  const { types } = given;
  return familyFormat({
    ...given,
    family: X12,
    mediaTypes: ['application/EDI-X12'],
    detect: (head) => types.includes(firstSetType(head) ?? ''),
  });
}
