import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDeclarationNumber, readDeclarationNumber } from './china-declaration.ts';
import { isStandardManifestNumber, parseManifestNumber } from './china-manifest.ts';
import { parseTransitNumber, transitKind } from './china-transit.ts';
import { parseUnifiedNumber } from './china-unified-number.ts';
import { parseUscc, usccCheckCharacter } from './uscc.ts';

describe('parseDeclarationNumber', () => {
  it('reads the office, the year, the direction and the serial', () => {
    expect(parseDeclarationNumber('5301 2026 0 000012345')).toEqual({
      ok: true,
      value: '530120260000012345',
    });
    expect(readDeclarationNumber('530120260000012345')).toEqual({
      office: '5301',
      year: 2026,
      direction: 'EXPORT',
      serial: '000012345',
    });
    expect(readDeclarationNumber('310420261000012345')?.direction).toBe('IMPORT');
  });

  it('reads the letter that collective lists write for the direction', () => {
    expect(readDeclarationNumber('31042026I000012345')?.direction).toBe('IMPORT');
    expect(readDeclarationNumber('31042026E000012345')?.direction).toBe('EXPORT');
  });

  it.each([
    ['530120262000012345', 'flag 2'],
    ['530119970000012345', 'a year before the numbering'],
    ['530121000000012345', 'a year far ahead'],
    ['53012026000001234', '17 digits'],
    ['000020260000012345', 'no office'],
    ['', 'nothing'],
  ])('refuses %s: %s', (raw) => {
    expect(parseDeclarationNumber(raw)).toMatchObject({ ok: false, problem: 'BAD_IDENTIFIER' });
    expect(readDeclarationNumber(raw)).toBeNull();
  });
});

describe('parseTransitNumber', () => {
  it.each([
    ['@1234567890123456', '1234567890123456', 'TRANSIT_DECLARATION'],
    ['1234567890123456', '1234567890123456', 'TRANSIT_DECLARATION'],
    ['@1234567890123', '1234567890123', 'CARGO_LIST'],
    ['＠1234567890123', '1234567890123', 'CARGO_LIST'],
    ['0001234567890123', '1234567890123', 'CARGO_LIST'],
  ] as const)('reads %s as %s, a %s', (raw, value, kind) => {
    const parsed = parseTransitNumber(raw);
    expect(parsed).toEqual({ ok: true, value });
    if (parsed.ok) expect(transitKind(parsed.value)).toBe(kind);
  });

  it.each(['', '@', '@12345678901234', '12345678901234567', '@UN9074729'])('refuses %j', (raw) =>
    expect(parseTransitNumber(raw).ok).toBe(false),
  );
});

describe('parseManifestNumber', () => {
  it('keeps the underscore between sender and time', () => {
    const value = '3104123456789_20261121093000123';
    expect(parseManifestNumber(` ${value} `)).toEqual({ ok: true, value });
    expect(isStandardManifestNumber(value)).toBe(true);
    expect(isStandardManifestNumber('OWN-NUMBER-1')).toBe(false);
  });
  it('refuses what is no number', () => expect(parseManifestNumber('舱单').ok).toBe(false));
});

describe('parseUnifiedNumber', () => {
  it('wants I or E and 17 digits', () => {
    expect(parseUnifiedNumber('i20260000012345678').ok).toBe(true);
    expect(parseUnifiedNumber('X20260000012345678').ok).toBe(false);
  });
});

describe('parseUscc', () => {
  it('checks the character at the end', () => {
    expect(usccCheckCharacter('91110000600037341')).toBe('L');
    expect(parseUscc('91110000600037341l')).toEqual({ ok: true, value: '91110000600037341L' });
    expect(parseUscc('911100006000373410')).toMatchObject({ problem: 'BAD_CHECK_DIGIT' });
    expect(parseUscc('9111000060003734IL')).toMatchObject({ problem: 'BAD_IDENTIFIER' });
  });

  it('fails after any change of one digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^91\d{15}$/), fc.integer({ min: 2, max: 16 }), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
        const check = usccCheckCharacter(text);
        expect(parseUscc(text + check).ok).toBe(true);
        const changed = text.slice(0, at) + String((Number(text[at]) + by) % 10) + text.slice(at + 1);
        expect(parseUscc(changed + check).ok).toBe(false);
      }),
    ); // prettier-ignore
  });
});
