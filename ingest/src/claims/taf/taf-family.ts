import type { ReadMessage } from 'graph-schema/domain/message';
import {
  familyFormat,
  type FormatFamily,
  type MessageFormat,
  type ReaderOf,
} from '../../formats/message-format.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { interpretation, UnitTally } from '../../syntax/units.ts';
import type { WholeXml } from '../../syntax/xml-whole.ts';
import type { ClaimContext } from '../claim-context.ts';
import { Repeats } from '../repeats.ts';
import { firstType, openMessages } from './open-messages.ts';

export interface TafContext extends ClaimContext {
  /** Each unit of a message goes into exactly one bucket of it. */
  readonly tally: UnitTally;
}

/** Reads the messages of one type; only whole ones come here. */
export type TafReader = (message: WholeXml, context: TafContext) => readonly ReadMessage[];

/**
 * TAF and TAP TSI (Regulations (EU) 1305/2014 and 454/2011): XML documents, one message each, of the namespaces
 * `http://www.era.europa.eu/schemes/TAFTSI/<version>` and `http://taf-jsg.info/schemes`; bare, in a SOAP body, or escaped
 * inside the `UICMessage` of the common interface. Versions differ in what is optional, so they are read alike.
 */
const TAF: FormatFamily = {
  id: 'taf',
  name: { en: 'TAF TSI message', zh: '欧铁 TAF TSI 报文' },
  detect: (head) => /\/schemes\/TA[FP]TSI|taf-jsg\.info\/schemes|<(?:\w+:)?UICMessage[\s>]/.test(head),
  read: (bytes, { source, places }, readerOf) => {
    const findings = collectFindings();
    const tally = new UnitTally();
    const context: TafContext = { source, places, findings, tally };
    const opened = openMessages(bytes, source.defaultCharset, findings);
    if (opened.length === 0) tally.withIssuesOnly();
    const repeats = new Repeats(findings);
    const messages = opened.flatMap(({ type, whole }): readonly ReadMessage[] => {
      const reader = (readerOf as ReaderOf<TafReader>)(type);
      if (whole && reader) {
        const span = whole.spanOf(whole.root);
        const read = reader(whole, context);
        for (const { attested } of read)
          repeats.note(
            attested.map(({ event }) => event),
            { at: type, span },
          );
        return read;
      }
      if (whole) findings.add('MESSAGE_NOT_MAPPED', 'ERROR', type, type, whole.spanOf(whole.root));
      tally.withIssuesOnly();
      return [];
    });
    return {
      interpretation: interpretation({ messages }, findings, tally),
      types: opened.map(({ type }) => type),
    };
  },
};

/** The descriptor of a format that reads messages of some types. */
export function tafFormat<const Id extends string>(given: {
  readonly id: Id;
  readonly name: MessageFormat['name'];
  readonly types: readonly string[];
  readonly reader: TafReader;
}): MessageFormat<Id> {
  const { types } = given;
  return familyFormat({
    ...given,
    family: TAF,
    mediaTypes: ['application/xml', 'text/xml', 'application/soap+xml'],
    detect: (head) => {
      const type = firstType(head);
      return type !== null && types.includes(type);
    },
  });
}
