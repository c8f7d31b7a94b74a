import type { ReadMessage } from 'graph-schema/domain/message';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { FormatFamily, MessageFormat, ReaderOf } from '../../formats/message-format.ts';
import { familyFormat } from '../../formats/message-format.ts';
import { unreadZone, ZONE_NAMES } from '../../syntax/edifact/date-time.ts';
import type { EdifactMessage } from '../../syntax/edifact/envelope.ts';
import { readEdifact } from '../../syntax/edifact/interchange.ts';
import { firstMessageType } from '../../syntax/edifact/message-type.ts';
import { collectFindings, type Findings } from '../../syntax/findings.ts';
import { interpretation, UnitTally } from '../../syntax/units.ts';
import type { ClaimContext } from '../claim-context.ts';
import { PlacesAndTimes } from '../ports/place-and-time.ts';

export interface EdifactContext extends ClaimContext {
  readonly placesAndTimes: PlacesAndTimes;
  /** Each unit of a message goes into exactly one bucket of it. */
  readonly tally: UnitTally;
  /** Receipt of the raw message, UTC: for years that are left out. */
  readonly receivedAt: string;
}

const TYPES_BY_NAME = loadCodeList('edifact/type-by-name-1001');

/** Reads the messages of one type. */
export interface EdifactReader {
  /** The segment that begins a unit (`EQD`, `CNI`): counted where a message is cut off and none of it is applied. */
  readonly unit: string;
  /** Only whole messages come here. Adds to the tally and the findings of the context. */
  readonly read: (message: EdifactMessage, context: EdifactContext) => readonly ReadMessage[];
}

/** UN/EDIFACT: interchanges with messages of any type. */
export const EDIFACT: FormatFamily = {
  id: 'edifact',
  name: { en: 'UN/EDIFACT interchange', zh: 'UN/EDIFACT 报文' },
  // What follows the tag is a service character, whichever: words that begin so are none.
  detect: (head) => /^UN(?:A[^A-Za-z0-9]{2}|[BH][^A-Za-z0-9\s])/.test(head),
  read: (bytes, { source, places, receivedAt }, readerOf) => {
    const findings = collectFindings();
    const claims: ClaimContext = { source, places, findings };
    const tally = new UnitTally();
    const context = { ...claims, placesAndTimes: new PlacesAndTimes(claims), tally, receivedAt };
    const messages: ReadMessage[] = [];
    const types: string[] = [];
    for (const message of readEdifact(bytes, source.defaultCharset, findings)) {
      const type = message.type || guessType(message, findings);
      types.push(type);
      messages.push(...readOne(type, message, context, readerOf as ReaderOf<EdifactReader>));
    }
    return { interpretation: interpretation({ messages }, findings, tally), types };
  },
};

/** Some senders leave the type out of UNH; the name of the message tells it then. Empty when nothing does. */
function guessType({ at, segments, span }: EdifactMessage, findings: Findings): string {
  const name = segments.find(({ tag }) => tag === 'BGM')?.read(0, 0) ?? '';
  const type = TYPES_BY_NAME.find(name)?.canonical ?? '';
  if (type !== '') findings.add('BAD_ENVELOPE', 'WARNING', at, `UNH says no type, read as ${type}`, span);
  return type;
}

/** A message without its trailer is not applied: its units count as such with issues only. */
function readOne(
  type: string,
  message: EdifactMessage,
  context: EdifactContext,
  readerOf: ReaderOf<EdifactReader>,
): readonly ReadMessage[] {
  const { complete, segments, at, span } = message;
  const reader = readerOf(type);
  if (!complete) {
    const units = reader ? segments.filter(({ tag }) => tag === reader.unit).length : 0;
    context.tally.withIssuesOnly(Math.max(1, units));
    return [];
  }
  if (reader) {
    tellUnreadZones(message, context.findings);
    return reader.read(message, context);
  }
  context.findings.add('MESSAGE_NOT_MAPPED', 'ERROR', at, type || 'UNH says no type', span);
  context.tally.withIssuesOnly();
  return [];
}

/** `202611210928CST`: read on the clock of its place, and told, so that an operator can say which zone the sender means. */
function tellUnreadZones({ segments, at }: EdifactMessage, findings: Findings): void {
  for (const segment of segments) {
    const value = segment.tag === 'DTM' ? segment.read(0, 1) : null;
    const zone = value === null ? null : unreadZone(value);
    if (zone !== null) findings.unmapped(ZONE_NAMES, zone, `${at}/DTM`, segment, 'INFO');
  }
}

/** The descriptor of a format that reads EDIFACT messages of some types. */
export function edifactFormat<const Id extends string>(given: {
  readonly id: Id;
  readonly name: MessageFormat['name'];
  readonly types: readonly string[];
  readonly reader: EdifactReader;
}): MessageFormat<Id> {
  const { types } = given;
  return familyFormat({
    ...given,
    family: EDIFACT,
    mediaTypes: ['application/EDIFACT'],
    detect: (head) => types.includes(firstMessageType(head) ?? ''),
  });
}
