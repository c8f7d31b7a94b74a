import { containerCheckDigit } from 'graph-schema/codes/iso6346';

/** Carriers of the bills, in turn. */
export const CARRIERS = ['COSU', 'OOLU'] as const;
export type Carrier = (typeof CARRIERS)[number];

export const BILLS: readonly string[] = Array.from(
  { length: 12 },
  (_, index) => `${CARRIERS[index % CARRIERS.length]}64${String(81_000 + index * 7).padStart(8, '0')}`,
);
export const billsOf = (carrier: Carrier) => BILLS.filter((bill) => bill.startsWith(carrier));

/** The next box of a bill, in through the gate at Ningbo, as the terminal tells it. */
export function gateIn(bill: string, serial: number): { readonly box: string; readonly message: string } {
  const first = `TLNU${String(300_000 + serial).padStart(6, '0')}`;
  const box = first + String(containerCheckDigit(first));
  const hhmm = `${String(8 + (Math.floor(serial / 60) % 12)).padStart(2, '0')}${String(serial % 60).padStart(2, '0')}`;
  const message = `UNB+UNOA:2+NGBTERM+CARRIERX+261121:${hhmm}+${serial + 1}'
UNH+1+CODECO:D:95B:UN:ITG14'
BGM+34+GI${box}+9'
NAD+CF+${bill.slice(0, 4)}:160:20'
EQD+CN+${box}+22G1:102:5++3+5'
RFF+BM:${bill}'
DTM+7:20261121${hhmm}:203'
LOC+165+CNNBO:139:6+BLCT3:TER:ZZZ'
CNT+16:1'
UNT+9+1'
UNZ+1+${serial + 1}'
`;
  return { box, message };
} // prettier-ignore
