import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanAll } from '../../testing/tokenizer-laws.ts';
import { scanWhole } from '../byte-scanner.ts';
import { collectFindings } from '../findings.ts';
import { parseX12DateTime } from './date-time.ts';
import type { X12Set } from './envelope.ts';
import { readX12 } from './interchange.ts';
import { X12Scanner } from './scanner.ts';
import type { X12Segment } from './segment.ts';
import { guessSeparators, parseIsa } from './separators.ts';
import { firstSetType } from './set-type.ts';

const ISA =
  'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261121*0930*U*00401*000000001*0*P*>~';
const FILE = `${ISA}
GS*QO*SENDER*RECEIVER*20261121*0930*1*X*004010~
ST*315*0001~
B4***UV*20261120*2217**CBHU*380417*L*45G1*USLGB*UN*5~
SE*3*0001~
GE*1*1~
IEA*1*000000001~
`;

function scan(text: string): X12Segment[] {
  return [...scanWhole(new X12Scanner(), Buffer.from(text, 'latin1'))];
}
function read(text: string): { sets: X12Set[]; codes: string[] } {
  const findings = collectFindings();
  const sets = [...readX12(new Uint8Array(Buffer.from(text, 'latin1')), 'gb18030', findings)];
  return { sets, codes: findings.issues.map(({ code }) => code) };
}

describe('separators', () => {
  it('are those of the fixed columns 4, 105 and 106 where the ISA has its length', () => {
    expect(ISA).toHaveLength(106);
    expect(parseIsa(ISA, 0)).toEqual({
      separators: { element: 0x2a, component: 0x3e, repetition: 0, terminator: 0x7e },
      end: 106,
    });
  });

  it.each([
    ['short padding', ISA.replace(/ +/g, ' '), '>', '~'],
    ['long padding', ISA.replace('SENDER', 'SENDER     '), '>', '~'],
    ['a line break inside', ISA.replace('*261121', '\r\n*261121'), '>', '~'],
    ['lower case', ISA.toLowerCase(), '>', '~'],
    ['a line feed for terminator', ISA.replace('~', '\n'), '>', '\n'],
    ['CR LF for terminator', ISA.replace('~', '\r\n'), '>', '\n'],
    ['a padded component separator', ISA.replace('>~', '>  ~'), '>', '~'],
    ['no component separator', ISA.replace('>~', '~\nGS'), '', '~'],
    ['no component separator before a line feed', ISA.replace('>~', '\nGS'), '', '\n'],
    ['tabs', ISA.replaceAll('*', '\t'), '>', '~'],
    ['bars', ISA.replaceAll('*', '|').replace('>~', ':!'), ':', '!'],
  ])('are found by counting elements: %s', (_case, isa, component, terminator) => {
    const { separators } = parseIsa(isa, 0) ?? {};
    expect(separators?.component).toBe(component === '' ? 0 : component.charCodeAt(0));
    expect(separators?.terminator).toBe(terminator.charCodeAt(0));
  });

  it('have a repetition separator from 00402 on', () => {
    const repetition = (isa: string) => parseIsa(isa, 0)?.separators.repetition;
    expect(repetition(ISA.replace('*U*00401', '*^*00501'))).toBe('^'.charCodeAt(0));
    expect(repetition(ISA.replace('*U*', '*^*'))).toBe(0);
    expect(repetition(ISA.replace('*U*00401', '*U*00501'))).toBe(0);
  });

  it('are guessed from the first segment of a file without ISA', () => {
    expect(guessSeparators('ST*315*0001~B4', 0)).toMatchObject({ element: 0x2a, terminator: 0x7e });
    expect(guessSeparators('GS|QO|A-B.C|D\r\nST|', 0)).toMatchObject({ element: 0x7c, terminator: 0x0a });
    expect(guessSeparators('STOWAGE', 0)).toBeNull();
  });
});

describe('segments', () => {
  it('give elements as X12 counts them; null for what is blank or absent', () => {
    const [, segment] = scan(`${ISA}b4***UV* *A>B~`);
    expect(segment?.tag).toBe('B4');
    expect([1, 3, 4, 5, 9].map((element) => segment?.read(element))).toEqual([null, 'UV', null, 'A>B', null]);
  });

  it('take out line breaks inside, and keep the bytes of the span', () => {
    const scanner = new X12Scanner();
    const shown = scanAll(scanner, [Buffer.from(`${ISA}N9*BM*64\r\n12~\r\nN9*BN*1\r\n~`)], (segment) => [
      segment.start,
      segment.end,
      segment.read(2),
      scanner.wrappedSegments,
    ]);
    expect(shown.slice(1)).toEqual([
      [106, 119, '6412', 1],
      [121, 131, '1', 1],
    ]);
  });

  it('begin anew where another interchange begins after a cut', () => {
    const other = ISA.replaceAll('*', '|');
    const tags = scan(`${ISA}ST*315*1~N9*BM*64\n${other}GS|QO~`).map(({ tag }) => tag);
    expect(tags).toEqual(['ISA', 'ST', 'N9', 'ISA', 'GS']);
  });

  it('cover every byte of any text once: spans follow each other and only noise lies between', () => {
    const unit = fc.constantFrom('A', '*', '~', ' ', '\n', '\r', 'ISA*', '>', '\u00e4');
    fc.assert(
      fc.property(fc.string({ unit }), fc.boolean(), (text, withIsa) => {
        const whole = withIsa ? ISA + text : text;
        let at = 0;
        for (const { start, end } of scan(whole)) {
          expect(whole.slice(at, start).replaceAll(/[~*>]/g, '').trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(whole.slice(at).replaceAll(/[~*>]/g, '').trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

describe('interchanges', () => {
  it('give whole sets with what the envelope says of them', () => {
    const { sets, codes } = read(FILE);
    expect(codes).toEqual([]);
    expect(sets).toMatchObject([
      {
        at: 'ISA/GS[1]/ST[1]',
        type: '315',
        group: 'QO',
        version: '004010',
        sender: 'SENDER',
        complete: true,
      },
    ]);
    expect(firstSetType(FILE)).toBe('315');
  });

  it('cut at any byte give a finding, and never the set before its trailer', () => {
    const whole = FILE.trimEnd().length - 1;
    for (let cut = 0; cut < whole; cut += 1) {
      const { sets, codes } = read(FILE.slice(0, cut));
      expect(codes.length, `cut at ${cut}`).toBeGreaterThan(0);
      const isApplied = sets.some(({ complete }) => complete);
      expect(isApplied, `cut at ${cut}`).toBe(cut >= FILE.indexOf('SE*3*0001') + 'SE*3*0001'.length);
    }
  });

  it.each([
    ['SE*3*', 'SE*4*'],
    ['SE*3*0001', 'SE*3*0002'],
    ['GE*1*', 'GE*2*'],
    ['IEA*1*', 'IEA*3*'],
    ['IEA*1*000000001', 'IEA*1*000000009'],
  ])('whose trailer disagrees are read and told: %s as %s', (right, wrong) => {
    const { sets, codes } = read(FILE.replace(right, wrong));
    expect(sets.map(({ complete }) => complete)).toEqual([true]);
    expect(codes).toEqual(['BAD_ENVELOPE']);
  });

  it('take references that one system pads and another does not for the same', () => {
    expect(read(FILE.replace('IEA*1*000000001', 'IEA*1*1')).codes).toEqual([]);
  });

  it('never throw on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, withIsa) => {
        const findings = collectFindings();
        const head = withIsa ? Buffer.from(ISA) : Buffer.alloc(0);
        const sets = [...readX12(Buffer.concat([head, bytes]), 'gb18030', findings)];
        expect(sets.length > 0 || findings.issues.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('are read in time that grows with their length: every segment is looked at once', () => {
    const body = 'N9*BM*COSU6412780350~\r\n';
    for (const count of [100, 1000]) {
      const file = FILE.replace('SE*3*0001', `${body.repeat(count)}SE*${3 + count}*0001`);
      expect(scan(file)).toHaveLength(7 + count);
      expect(read(file).codes).toEqual([]);
    }
  });
});

describe('dates and times', () => {
  it.each([
    ['20261121', '0930', null, '2026-11-21T09:30:00', 'MINUTE'],
    ['20261121', '093015', null, '2026-11-21T09:30:15', 'MINUTE'],
    ['20261121', '09301599', '-05:00', '2026-11-21T09:30:15', 'MINUTE'],
    ['261121', null, null, '2026-11-21T00:00:00', 'DAY'],
    ['991231', '2400', null, '2000-01-01T00:00:00', 'MINUTE'],
  ])('%s %s', (date, time, zone, local, precision) => {
    expect(parseX12DateTime(date, time, zone)).toEqual({ local, precision, explicitZone: zone });
  });

  it.each([
    [null, '0930'],
    ['200', null],
    ['20261121', '9'],
    ['21NOV26', '0930'],
  ])('%s %s is no point in time', (date, time) => {
    expect(parseX12DateTime(date, time, null)).toBeNull();
  });
});
