import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { listFixtures } from '../../testing/fixture-files.ts';
import { chunkSizes, cutInto, scanAll } from '../../testing/tokenizer-laws.ts';
import { PayloadScanner, type PayloadUnit } from './payload-scanner.ts';

vi.setConfig({ testTimeout: 120_000 });

const samples = listFixtures().filter(({ format }) => format === 'ais-nmea');
const encode = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** A unit as a value of its own. */
function show(unit: PayloadUnit) {
  const { kind, fault, line, start, end, sentences, seconds, bits } = unit;
  const place = { kind, line, start, end };
  if (kind === 'FAULT' || kind === 'LOST' || kind === 'DOUBTFUL') return { ...place, fault };
  if (kind !== 'PAYLOAD') return place;
  const characters = Math.ceil(bits.length / 6);
  const payload = Buffer.from(bits.bytes.subarray(bits.start, bits.start + characters)).toString('latin1');
  return { ...place, sentences, seconds, payload, bits: bits.length };
}

const scan = (chunks: Iterable<Uint8Array>) => scanAll(new PayloadScanner(), chunks, show);

/** Two receivers that pass on parts of their messages in turn, with the same sequence number. */
const PARTS = [
  '\\s:rx1,c:1795458600*47\\!AIVDM,2,1,3,A,56:lOV@2:N2T9@E=@01<4m0hF1=@580000000016Bhj@@6sjNL0k`3Qh,0*1B',
  '\\s:rx2,c:1795458601*45\\!AIVDM,2,1,3,A,56:lOV@2:N2T9@E=@01<4m0hF1=@580000000016Bhj@@6sjNL0k`3Qh,0*1B',
  '\\s:rx1,c:1795458600*47\\!AIVDM,2,2,3,A,`?`5Dp30F000000,2*6C',
  '\\s:rx2,c:1795458601*45\\!AIVDM,2,2,3,A,`?`5Dp30F000000,2*6C',
];
/** As the grammar knows it: seals a tag block or a sentence. */
const sealed = (text: string): string => {
  const sum = [...text].reduce((all, character) => all ^ character.charCodeAt(0), 0);
  return `${text}*${sum.toString(16).toUpperCase().padStart(2, '0')}`;
};
const resealed = PARTS.map((part) =>
  part.replace(/\\([^*]+)\*..\\/, (_all, tag: string) => `\\${sealed(tag)}\\`),
);

const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(...resealed),
      fc.constantFrom(
        '!AIVDM,1,1,,A,16:lOV@P1s8fsO0AQE`3RBnt0000,0*62',
        '1795458600 !AIVDM,1,1,,A,16:lOV@P1s8fsO0AQE`3RBnt0000,0*62',
        '!AIVDM,1,1,,A,16:lOV@P1s8fsO0AQE`3RBnt0000,0*63',
        '!AIVDM,1,1,,A,,0*26',
        '$GPGGA,020000,2955.9,N*48',
        '\\g:1-2-7,s:rx9*5D\\',
        '\r\n',
        '\n',
        '\r',
        ' ',
        '\u0000',
        'noise',
        '\u00ef\u00bb\u00bf',
        'x'.repeat(5000),
        ' '.repeat(4500),
      ),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('AIS messages, however their bytes come', () => {
  it.each(samples.map(({ name, bytes }) => [name, bytes] as const))('are the same of %s', (_name, bytes) => {
    const whole = scan([bytes]);
    expect(
      scan(
        cutInto(
          bytes,
          Array.from(bytes, () => 1),
        ),
      ),
    ).toEqual(whole);
    fc.assert(
      fc.property(chunkSizes, (sizes) => {
        expect(scan(cutInto(bytes, sizes))).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  it('are the same of any lines in any order', () => {
    fc.assert(
      fc.property(pieces, chunkSizes, (text, sizes) => {
        const bytes = encode(text);
        const whole = scan([bytes]);
        expect(scan(cutInto(bytes, sizes))).toEqual(whole);
        if (bytes.length < 3000)
          expect(
            scan(
              cutInto(
                bytes,
                Array.from(bytes, () => 1),
              ),
            ),
          ).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  it('are the same behind a byte order mark and more blanks than a line may have', () => {
    const sentence = '!AIVDM,1,1,,A,16:lOV@P1s8fsO0AQE`3RBnt0000,0*62\n';
    for (const blanks of [0, 1, 4000, 4094, 4500]) {
      const bytes = encode(`\u00ef\u00bb\u00bf${' '.repeat(blanks)}${sentence}`);
      for (const size of [1, 2, 3, 4, 4099]) expect(scan(cutInto(bytes, [size]))).toEqual(scan([bytes]));
    }
    expect(scan([encode(`\u00ef\u00bb\u00bf ${sentence}`)])).toMatchObject([{ kind: 'PAYLOAD', line: 1 }]);
  });

  it('are the same of any bytes and of changed samples, and none throws', () => {
    const changed = fc
      .tuple(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 6 }),
      )
      .map(([{ bytes }, changes]) => {
        const copy = Uint8Array.from(bytes);
        for (const [at, value] of changes) copy[at % copy.length] = value;
        return copy;
      });
    fc.assert(
      fc.property(fc.oneof(changed, fc.uint8Array({ maxLength: 400 })), chunkSizes, (bytes, sizes) => {
        expect(scan(cutInto(bytes, sizes))).toEqual(scan([bytes]));
      }),
      { numRuns: 300 },
    );
  });

  it('of several receivers are put together apart from each other', () => {
    const payloads = scan([encode(resealed.join('\r\n'))]).filter(({ kind }) => kind === 'PAYLOAD');
    expect(payloads).toMatchObject([
      { sentences: 2, seconds: 1795458600, bits: 424 },
      { sentences: 2, seconds: 1795458601, bits: 424 },
    ]);
  });

  it('cut at any byte are told, and no message is there before its last character', () => {
    const text = `${resealed[0] ?? ''}\r\n${resealed[2] ?? ''}`;
    for (let cut = 1; cut < text.length; cut += 1) {
      const shown = scan(cutInto(encode(text.slice(0, cut)), [cut >> 1, 5]));
      const payloads = shown.filter(({ kind }) => kind === 'PAYLOAD');
      const faults = shown.filter(({ kind }) => kind === 'FAULT' || kind === 'LOST');
      expect(payloads, `cut at ${cut}`).toEqual([]);
      expect(faults.length, `cut at ${cut}`).toBeGreaterThan(0);
    }
  });
});

describe('what the scanner says of a stream', () => {
  it('is settled where no message waits for its other sentences and each line has ended', () => {
    const scanner = new PayloadScanner();
    const settled = (text: string): number => {
      for (const _unit of scanner.push(encode(text)));
      return scanner.settledSince(0);
    };
    const [first = '', other = '', second = '', otherSecond = ''] = resealed.map((line) => `${line}\r\n`);
    expect(settled(first)).toBe(0);
    expect(settled(other)).toBe(0);
    expect(settled(second)).toBe(first.length);
    expect(settled(otherSecond.slice(0, -1))).toBe(
      first.length + other.length + second.length + otherSecond.length - 1,
    );
    expect(settled('\n!AIVDM')).toBe(first.length + other.length + second.length + otherSecond.length);
  });
});
