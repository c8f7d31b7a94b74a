/**
 * A full box of COSU6415530971 out of the gate at Ningbo, as the terminal sends it; the time is local, on 21 November 2026.
 * `RECTIFIED`: the same message once more, with another time in place of the one before.
 */
export function gateOut(box: string, hhmm: string, as: 'ORIGINAL' | 'RECTIFIED' = 'ORIGINAL'): string {
  return `UNB+UNOA:2+NGBTERM+CARRIERX+261121:${hhmm}+${hhmm}'
UNH+1+CODECO:D:95B:UN:ITG14'
BGM+36+GO${box}+${as === 'ORIGINAL' ? 9 : 5}'
NAD+CF+COSU:160:20'
EQD+CN+${box}+22G1:102:5++3+5'
RFF+BM:COSU6415530971'
DTM+7:20261121${hhmm}:203'
LOC+165+CNNBO:139:6+BLCT3:TER:ZZZ'
CNT+16:1'
UNT+9+1'
UNZ+1+${hhmm}'
`;
}
