import type { Brand } from './brand.ts';
import { accepted, badIdentifier, compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// 报关单号, also 进境备案清单 and pre-entry numbers: accepting office 关区 4 · year 4 · flag 1 import, 0 export (I or E in
// collective lists) · serial 9. No check digit.

/** `530120260000012345` */
export type DeclarationNumber = Brand<'DeclarationNumber'>;

export interface DeclarationParts {
  /** 关区代码, 4 digits. */
  readonly office: string;
  readonly year: number;
  readonly direction: 'IMPORT' | 'EXPORT';
  readonly serial: string;
}

const SHAPE = /^(\d{4})(\d{4})([01IE])(\d{9})$/;
/** Numbers of 18 digits came in with the H883 system. */
const FIRST_YEAR = 1998;
const LAST_YEAR = 2099;

/** The parts of a declaration number; null when the text is none. */
export function readDeclarationNumber(value: string): DeclarationParts | null {
  const [, office = '', year = '', flag = '', serial = ''] = SHAPE.exec(value) ?? [];
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR || office === '0000') return null;
  return {
    office,
    year: Number(year),
    direction: flag === '1' || flag === 'I' ? 'IMPORT' : 'EXPORT',
    serial,
  };
}

export function parseDeclarationNumber(raw: string): Parsed<DeclarationNumber> {
  const value = compactBounded(raw);
  return readDeclarationNumber(value) ? accepted(value) : badIdentifier(value);
}
