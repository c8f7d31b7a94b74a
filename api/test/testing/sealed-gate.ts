/** A cargo that nobody tells of but this terminal. */
export const [BOX, BILL] = ['CSQU3054383', 'COSU6400000017'];

/** The box through the gate at Ningbo with a seal, as the terminal sends it; local time. */
export const gate = (way: 'IN' | 'OUT', at: string, seal: string) => `UNB+UNOA:2+NGBTERM+CARRIERX+${at.slice(2, 8)}:${at.slice(8)}+${way}1'
UNH+1+CODECO:D:95B:UN:ITG14'
BGM+${way === 'IN' ? 34 : 36}+G${at}+9'
NAD+CF+COSU:160:20'
EQD+CN+${BOX}+22G1:102:5++2+5'
RFF+BM:${BILL}'
DTM+7:${at}:203'
LOC+165+CNNBO:139:6+BLCT3:TER:ZZZ'
SEL+${seal}+CA'
CNT+16:1'
UNT+10+1'
UNZ+1+${way}1'
`; // prettier-ignore
