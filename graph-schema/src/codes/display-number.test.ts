import { describe, expect, it } from 'vitest';
import { displayNumber } from './display-number.ts';

describe('displayNumber', () => {
  it.each([
    ['CONTAINER', 'CSQU3054383', 'CSQU 305438 3'],
    ['AWB', '999-12345675', '999-1234 5675'],
    ['WAGON', '218124712173', '21 81 2471 217-3'],
    ['WAGON', '1234567', '1234567'],
    ['VESSEL', '9074729', 'IMO 9074729'],
    ['VOYAGE', '9074729/037W', 'IMO 9074729 · 037W'],
    ['FLIGHT', 'CA981@2026-11-21', 'CA981 · 2026-11-21'],
    ['TRUCK', '浙B12345', '浙B·12345'],
    ['TRUCK', '沪AD12345', '沪A·D12345'],
    ['TRUCK', 'BXY1234', 'BXY1234'],
    ['DECLARATION', '530120260000012345', '5301 2026 0 000012345'],
    ['DECLARATION', '23112345675', '23112345675'],
    ['SSCC', '106141412345678908', '(00) 1 0614141 234567890 8'],
    ['MASTER_BILL', 'COSU6412345678', 'COSU6412345678'],
  ] as const)('%s %s', (scheme, value, shown) => expect(displayNumber(scheme, value)).toBe(shown));
});
