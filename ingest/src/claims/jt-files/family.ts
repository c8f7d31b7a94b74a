import type { ReadMessage } from 'graph-schema/domain/message';
import { PROFILE_DEFAULTS } from 'graph-schema/domain/source';
import type { FormatFamily, MessageFormat, ReaderOf } from '../../formats/message-format.ts';
import { familyFormat } from '../../formats/message-format.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { firstJtType, readJtMessages, type JtMessage } from '../../syntax/jt-flat/message.ts';
import { interpretation, UnitTally } from '../../syntax/units.ts';
import type { ClaimContext } from '../claim-context.ts';
import { PlacesAndTimes } from '../ports/place-and-time.ts';
import { interpretJtMessage, type JtReader } from './interpret-jt.ts';

/** The format is China's own: who sends it writes Beijing time unless its profile says otherwise. */
const NATIONAL_ZONE = 'Asia/Shanghai';

/** Flat files of the Ministry of Transport 交通部平台文件: messages of any type, one after the other. */
const JT: FormatFamily = {
  id: 'jt',
  name: { en: 'JT flat file', zh: '交通部平台文件' },
  detect: (head) => firstJtType(head) !== null,
  read: (bytes, { source: sender, places }, readerOf) => {
    const findings = collectFindings();
    const isZoneAssumed = sender.defaultZone === PROFILE_DEFAULTS.defaultZone;
    const source = isZoneAssumed ? { ...sender, defaultZone: NATIONAL_ZONE } : sender;
    const claims: ClaimContext = { source, places, findings };
    const placesAndTimes = new PlacesAndTimes(claims);
    const tally = new UnitTally();
    const messages: ReadMessage[] = [];
    const types: string[] = [];
    const readOne = (message: JtMessage, reader: JtReader | null): void => {
      if (!message.complete) {
        const units = reader ? message.records.filter(({ number }) => number === reader.unit).length : 0;
        tally.withIssuesOnly(Math.max(1, units));
      } else if (reader) {
        const context = { ...claims, placesAndTimes, layout: reader.layout, isZoneAssumed };
        messages.push(...interpretJtMessage(message, context, reader, tally));
      } else {
        findings.add('MESSAGE_NOT_MAPPED', 'ERROR', message.at, message.type || null, message.span);
        tally.withIssuesOnly();
      }
    };
    for (const message of readJtMessages(bytes, source.defaultCharset, findings)) {
      types.push(message.type);
      readOne(message, (readerOf as ReaderOf<JtReader>)(message.type));
    }
    return { interpretation: interpretation({ messages }, findings, tally), types };
  },
};

/** The descriptor of a format that reads JT messages of some types. */
export function jtFormat<const Id extends string>(given: {
  readonly id: Id;
  readonly name: MessageFormat['name'];
  readonly types: readonly string[];
  readonly reader: JtReader;
}): MessageFormat<Id> {
  return familyFormat({
    ...given,
    family: JT,
    mediaTypes: ['text/plain'],
    detect: (head) => given.types.includes(firstJtType(head) ?? ''),
  });
}
