import { awbCheckDigit } from 'graph-schema/codes/awb';
import { imoCheckDigit } from 'graph-schema/codes/imo';
import { containerCheckDigit } from 'graph-schema/codes/iso6346';
import { uicWagonCheckDigit } from 'graph-schema/codes/uic-wagon';
import { wagon1520CheckDigit } from 'graph-schema/codes/wagon-1520';

/** Numbers of the world: invented serials with the check digits that belong to them. */

export function containerNumber(first10: string): string {
  return `${first10}${containerCheckDigit(first10)}`;
}

export function imoNumber(first6: string): string {
  return `${first6}${imoCheckDigit(first6)}`;
}

/** `172-12345675` */
export function awbNumber(prefix: string, serial7: string): string {
  return `${prefix}-${serial7}${awbCheckDigit(serial7)}`;
}

/** A wagon of the European gauge, 12 digits. */
export function uicWagon(first11: string): string {
  return `${first11}${uicWagonCheckDigit(first11)}`;
}

/** A wagon of the 1520 mm gauge, 8 digits. */
export function broadGaugeWagon(first7: string): string {
  return `${first7}${wagon1520CheckDigit(first7)}`;
}

/** 报关单号: office, year, 1 import or 0 export, serial. */
export function declarationNumber(
  office: string,
  year: string,
  direction: 'IMPORT' | 'EXPORT',
  serial: number,
): string {
  return `${office}${year}${direction === 'IMPORT' ? '1' : '0'}${String(serial).padStart(9, '0')}`;
}
