export interface GateMove {
  readonly bill: string;
  readonly container: string;
  /** UTC instant. */
  readonly at: string;
  readonly reference: string;
}

const chinaOffsetMs = 8 * 3_600_000;

/** A CODECO D.95B gate-out report (BGM 36, full, DTM 7) of Ningbo Beilun, in the terminal's own clock. */
export function codecoGateOut({ bill, container, at, reference }: GateMove): string {
  const local = new Date(Date.parse(at) + chinaOffsetMs).toISOString();
  const [date, time] = [local.slice(2, 10).replaceAll('-', ''), local.slice(11, 16).replace(':', '')];
  const stamp = `20${date}${time}`;
  const message = [
    `UNH+1+CODECO:D:95B:UN:ITG14'`,
    `BGM+36+GO${reference}+9'`,
    `NAD+CF+SOL:160:20'`,
    `GID+1'`,
    `EQD+CN+${container}+45G1:102:5++3+5'`,
    `RFF+BM:${bill}'`,
    `DTM+7:${stamp}:203'`,
    `LOC+165+CNNBO:139:6+BLCT3:TER:ZZZ'`,
    `TDT+1++3'`,
    `CNT+16:1'`,
  ];
  return [
    `UNB+UNOA:2+BLCT+THROUGHLINE+${date}:${time}+${reference}'`,
    ...message,
    `UNT+${message.length + 1}+1'`,
    `UNZ+1+${reference}'`,
    '',
  ].join('\r\n');
}
