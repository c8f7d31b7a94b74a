import { dateDigits, wallClock, type Moment } from '../moment.ts';

/** A segment: its tag, then data elements; an element is one component or a list of them. Missing is ''. */
export type Segment = readonly [tag: string, ...elements: (string | readonly string[])[]];

/** How one sender writes its interchanges. */
export interface EdifactDialect {
  readonly sender: string;
  readonly recipient: string;
  readonly syntax: 'UNOA' | 'UNOC';
  /** Message type, version, release, agency, association code: `COARRI:D:95B:UN:SMDG12`. */
  readonly messageType: (name: 'CODECO' | 'COARRI') => string;
  readonly writesUna: boolean;
  readonly zone: string;
}

/** ISO 9735 clause 9: the release character goes before `+ : ' ?` inside data. */
function escaped(value: string): string {
  return value.replace(/[?+:']/g, '?$&');
}

function segmentText(segment: Segment): string {
  const [tag, ...elements] = segment;
  const parts = elements.map((element) =>
    typeof element === 'string' ? escaped(element) : element.map(escaped).join(':').replace(/:+$/, ''),
  );
  return `${[tag, ...parts].join('+').replace(/\++$/, '')}'`;
}

/** UNB … UNZ around one message. UNT counts its segments including UNH and UNT. */
export function interchange(
  dialect: EdifactDialect,
  name: 'CODECO' | 'COARRI',
  reference: string,
  sent: Moment,
  body: readonly Segment[],
): string {
  const { hour, minute } = wallClock(sent, dialect.zone);
  const prepared = [dateDigits(sent, dialect.zone).slice(2), hour + minute];
  const head: Segment[] = [
    ['UNB', [dialect.syntax, '2'], dialect.sender, dialect.recipient, prepared, reference],
    ['UNH', '1', dialect.messageType(name).split(':')],
  ];
  const tail: Segment[] = [
    ['UNT', String(body.length + 2), '1'],
    ['UNZ', '1', reference],
  ];
  const lines = [...head, ...body, ...tail].map(segmentText);
  return `${dialect.writesUna ? "UNA:+.? '\r\n" : ''}${lines.join('\r\n')}\r\n`;
}
