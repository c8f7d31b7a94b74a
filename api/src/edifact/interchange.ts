import { createHash } from 'node:crypto';
import type { EdifactMessageType } from 'graph-schema/reference/edifact-told-as';
import type { Charset } from './charset.ts';
import { segment, writeSegment, type Segment } from './segment.ts';

/** What stands between UNH and UNT, and what it is known by. */
export interface EdiMessage {
  readonly type: EdifactMessageType;
  /** BGM 1004: the same whenever the same claim is told. */
  readonly reference: string;
  /** When this service first received what it tells, epoch milliseconds. */
  readonly recordedAt: number;
  readonly segments: readonly Segment[];
}

/** Who sends or receives: its code (0004, 0010), and whose code it is (0007); null: agreed between the two. */
export interface EdiPartner {
  readonly code: string;
  readonly qualifier: string | null;
}

export interface Interchange {
  readonly charset: Charset;
  readonly sender: EdiPartner;
  readonly recipient: EdiPartner;
  readonly messages: readonly [EdiMessage, ...EdiMessage[]];
}

/** S009 of UNH: directory and, where the field has one, the manual that is followed. */
const IDENTIFIERS: Readonly<Record<EdifactMessageType, readonly string[]>> = {
  IFTSTA: ['IFTSTA', 'D', '00B', 'UN'],
  CODECO: ['CODECO', 'D', '95B', 'UN', 'ITG14'],
};

/**
 *   UNA UNB { UNH … UNT } UNZ
 *
 * The same messages between the same partners make the same bytes: the interchange is dated by the newest receipt that it tells of
 * (UTC), and its reference (0020) is a hash of all else.
 */
export function writeInterchange({ charset, sender, recipient, messages }: Interchange): Buffer {
  const { identifier, version, encoding } = charset;
  const write = (one: Segment) => writeSegment(one, version);
  const body = messages.map((message, index) => {
    const number = String(index + 1);
    const { type, segments } = message;
    const trailer = segment('UNT', String(segments.length + 2), number);
    return [segment('UNH', number, IDENTIFIERS[type]), ...segments, trailer].map(write).join('');
  });
  const partners = [partyOf(sender), partyOf(recipient)];
  const reference = hashOf([identifier, ...partners.flat(), ...body]);
  const prepared = Math.max(...messages.map(({ recordedAt }) => recordedAt));
  const unb = segment('UNB', [identifier, String(version)], ...partners, preparedAt(prepared, version), reference);
  const unz = segment('UNZ', String(messages.length), reference);
  const una = version >= 4 ? "UNA:+.?*'" : "UNA:+.? '";
  return Buffer.from([una, write(unb), ...body, write(unz)].join(''), encoding);
} // prettier-ignore

function partyOf({ code, qualifier }: EdiPartner): readonly (string | null)[] {
  return [code, qualifier];
}

/** S004: to version 3 the year has two digits. */
function preparedAt(at: number, version: Charset['version']): readonly [string, string] {
  const [date = '', time = ''] = new Date(at).toISOString().split('T');
  const digits = date.replaceAll('-', '');
  return [version >= 4 ? digits : digits.slice(2), time.slice(0, 5).replace(':', '')];
}

/** 0020 has room for 14 characters. */
function hashOf(parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 14).toUpperCase();
}
