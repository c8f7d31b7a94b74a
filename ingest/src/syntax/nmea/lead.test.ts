import { describe, expect, it } from 'vitest';
import { holdsSentences } from './head.ts';
import { leadingSeconds } from './lead.ts';

const seconds = (lead: string): number | null => {
  const bytes = Buffer.from(`${lead}!AIVDM`, 'latin1');
  return leadingSeconds(bytes, 0, lead.length);
};

describe('leadingSeconds', () => {
  it.each([
    ['1795280400 ', 1795280400],
    ['1795280400123,', 1795280400],
    ['1795280400.5;', 1795280400],
    ['2026-11-21T01:00:00Z;', 1795222800],
    ['7,"2026-11-21 09:00:00.250+0800","', 1795222800],
    ['2026-11-21T01:00:00 ', null],
    ['2026-13-21T01:00:00Z ', null],
    ['413999001413999001 ', null],
    ['192.0.2.14: ', null],
  ])('reads %j', (lead, expected) => {
    expect(seconds(lead)).toBe(expected);
  });
});

describe('holdsSentences', () => {
  const sentence = '!ABVDM,1,1,,A,16:lOV@P1s`fIaHA87@>4?wl0000,0*7A';
  it.each(['', '1795280400 ', '[2026-11-21] ', '192.0.2.14: ', '<134>Nov 21 rx7: ', '1,"x","', '\\s:a*00\\'])(
    'sees a sentence after %j',
    (lead) => {
      expect(holdsSentences(`${lead}${sentence}`)).toBe(true);
    },
  );
  it.each(['{"raw":"', '[{"raw":"', '[ "', '<log>'])('leaves what quotes one: %j', (lead) => {
    expect(holdsSentences(`${lead}${sentence}`)).toBe(false);
  });
  it('wants a checksum of other sentences', () => {
    expect(holdsSentences('$GPGGA,020000,2955.9,N*48')).toBe(true);
    expect(holdsSentences('$TITLE,of a table')).toBe(false);
  });
});
