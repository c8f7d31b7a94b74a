import {
  AIRLINE,
  CARRIER,
  COMPANIES,
  companyName,
  FLIGHT,
  goodsOf,
  PORT,
  PORT_BEHIND,
  QUAY_BEHIND,
  ROLE_NAMES,
  ROLES,
  SHIP,
  STATION,
  TRAIN,
  voyageOf,
  type Instruction,
  type Paper,
  type Teller,
  type ToldBox,
  type ToldCargo,
} from './told-cargo.ts';

export interface Delivery {
  readonly source: Teller;
  readonly text: string;
  readonly receivedAt: string;
}

/** By then all instructions have been received, and nothing else. */
export const THEN = '2026-11-15T00:00:00.000Z';
const DAY_OF = { instructed: 12, declared: 16, inTransit: 17, loaded: 18, landed: 20 } as const;

/** Not all in one minute, so that what changed last differs. */
function receivedOn(day: number, { index }: ToldBox, nth = 0): string {
  return new Date(Date.UTC(2026, 10, day, 2, index * 7 + nth)).toISOString();
}

/** All that is said of a box, in the words of those who say it. */
export function deliveriesOf(told: ToldBox): Delivery[] {
  const customs = (day: number, text: string): Delivery => ({ source: 'customs-single-window', text, receivedAt: receivedOn(day, told) });
  const instructed = told.cargos.flatMap((one, place) =>
    one.instructions.map((said, index): Delivery => ({ source: said.by, text: instructionOf(told, one, said, `${place}${index}`), receivedAt: receivedOn(DAY_OF.instructed, told, place * 2 + index) })),
  );
  const declared = told.cargos.flatMap((one) => (one.declared ? [customs(DAY_OF.declared, receipt(told, one, one.declared, 'L'))] : []));
  const inTransit = told.cargos.flatMap((one) => (one.transit ? [customs(DAY_OF.inTransit, transitReceipt(told, one, one.transit))] : []));
  const loaded: Delivery[] = told.terminal ? [{ source: 'ningbo-terminal', text: coarri(told, told.terminal), receivedAt: receivedOn(DAY_OF.loaded, told) }] : [];
  const landed: Delivery[] = told.landed ? [{ source: QUAY_BEHIND, text: discharged(told, told.landed), receivedAt: receivedOn(DAY_OF.landed, told) }] : [];
  return [...instructed, ...declared, ...inTransit, ...loaded, ...landed];
} // prettier-ignore

/** What is said of it later, which opens it to nobody new: in at the gate where it was loaded, released where it was declared. */
export function newsOf(told: ToldBox): Delivery[] {
  const at = '2026-11-21T09:07:00.000Z';
  const released = told.cargos.flatMap((one): Delivery[] =>
    one.declared ? [{ source: 'customs-single-window', text: receipt(told, one, one.declared, 'P'), receivedAt: at }] : [],
  );
  const gatedIn: Delivery[] = told.terminal ? [{ source: 'ningbo-terminal', text: codeco(told, told.terminal), receivedAt: at }] : [];
  const received: Delivery[] = told.way === 'AIR' ? [{ source: AIRLINE, text: `FSU/15\n${told.bill}PEKLUX/T10K250.0\nRCS/19NOV0930/PEK/T10K250.0\n`, receivedAt: at }] : [];
  return [...released, ...gatedIn, ...received];
} // prettier-ignore

const month = ({ isLongAgo }: ToldBox) => (isLongAgo ? '202606' : '202611');

function instructionOf(told: ToldBox, cargo: ToldCargo, said: Instruction, place: string): string {
  if (told.way === 'AIR') return fwb(told, said);
  return told.way === 'RAIL' ? railNote(told) : iftmin(told, cargo, said, place);
}

function iftmin(told: ToldBox, { number, master, order }: ToldCargo, said: Instruction, place: string): string {
  const reference = `SI${told.bill.slice(-6)}${place}`;
  const parties = ROLE_NAMES.flatMap((role) => {
    const who = said.parties[role];
    if (who === undefined) return [];
    return [`NAD+${ROLES[role]}+${who === null ? '' : `${COMPANIES[who]}::ZZZ`}++${companyName(who)}'`];
  });
  return edifact('UNOC:3', [
    `UNH+1+IFTMIN:D:99B:UN:2.0'`,
    `BGM+340+${reference}+9'`,
    `DTM+137:${month(told)}050${place.slice(0, 1)}${place.slice(1)}0:203'`,
    `RFF+BM:${told.bill}'`,
    ...(master ? [`RFF+BH:${number}'`] : []),
    ...(told.booking ? [`RFF+BN:${told.booking}'`] : []),
    ...(order ? [`RFF+ON:${order}'`] : []),
    `TDT+20+${voyageOf(told)}+1+++++${SHIP.imo}:146:11:${SHIP.name}'`,
    `LOC+9+${PORT}:139:6'`, `DTM+133:${month(told)}111000:203'`,
    `LOC+11+${PORT_BEHIND}:139:6'`, `DTM+132:${month(told)}291000:203'`,
    ...(said.isCarrierNamed ? [`NAD+CA+${CARRIER}:160:86'`] : []),
    ...parties,
    `GID+1+10:CT'`, `FTX+AAA+++${goodsOf(number)}'`, `SGP+${told.box}+10'`,
    `EQD+CN+${told.box}+45G1:102:5+2++5'`,
  ]);
} // prettier-ignore

function coarri(told: ToldBox, terminal: string): string {
  return edifact('UNOA:2', [
    `UNH+1+COARRI:D:95B:UN:1.6'`,
    `BGM+46+LO${told.bill.slice(-8)}+9'`,
    `TDT+20+${voyageOf(told)}+1++COSU:172:20+++${SHIP.imo}:146:11:${SHIP.name}'`,
    `LOC+9+${PORT}:139:6+${terminal}:TER:ZZZ'`,
    `EQD+CN+${told.box}+45G1:102:5++2+5'`, `RFF+BM:${told.bill}'`,
    `DTM+203:${month(told)}102217:203'`, `LOC+11+${PORT_BEHIND}:139:6'`, `CNT+16:1'`,
  ]);
} // prettier-ignore

function discharged(told: ToldBox, terminal: string): string {
  return edifact('UNOA:2', [
    `UNH+1+COARRI:D:95B:UN:1.6'`,
    `BGM+44+DI${told.bill.slice(-8)}+9'`,
    `TDT+20+${voyageOf(told)}+1++COSU:172:20+++${SHIP.imo}:146:11:${SHIP.name}'`,
    `LOC+11+${PORT_BEHIND}:139:6+${terminal}:TER:ZZZ'`,
    `EQD+CN+${told.box}+45G1:102:5++3+5'`, `RFF+BM:${told.bill}'`,
    `DTM+203:202611200817:203'`, `CNT+16:1'`,
  ]);
} // prettier-ignore

function codeco(told: ToldBox, terminal: string): string {
  return edifact('UNOA:2', [
    `UNH+1+CODECO:D:95B:UN:ITG14'`,
    `BGM+34+GI${told.bill.slice(-8)}+9'`,
    `NAD+CF+COSU:160:20'`,
    `EQD+CN+${told.box}+45G1:102:5++2+5'`, `RFF+BM:${told.bill}'`,
    `DTM+7:${month(told)}091415:203'`, `LOC+165+${PORT}:139:6+${terminal}:TER:ZZZ'`, `CNT+16:1'`,
  ]);
} // prettier-ignore

function edifact(syntax: string, segments: readonly string[]): string {
  return [
    `UNB+${syntax}+SENDER+COSU+261121:0900+7'`,
    ...segments,
    `UNT+${segments.length + 1}+1'`,
    `UNZ+1+7'`,
  ].join('\n');
}

/** Goods stand in lines of twenty characters at most. */
function fwb(told: ToldBox, { parties }: Instruction): string {
  const sides = [['CONSIGNOR', 'SHP'], ['CONSIGNEE', 'CNE']] as const;
  const named = sides.flatMap(([role, tag]) => {
    const who = parties[role];
    return who === undefined ? [] : [tag, `NAM/${companyName(who)}`, 'ADR/1 SAMPLE ROAD', 'LOC/BEIJING', '/CN/100000'];
  });
  const numbered = sides.flatMap(([role, tag]) => {
    const who = parties[role];
    return who === undefined || who === null ? [] : [`/CN/${tag}/T/USCI+${COMPANIES[who]}`];
  });
  const words = goodsOf(told.bill).match(/.{1,20}(?: |$)/g) ?? [];
  return [
    'FWB/17', `${told.bill}PEKLUX/T10K250.0`, `FLT/${FLIGHT}/20`, 'RTG/LUXCA', ...named,
    'RTD/1/P10/K250.0/CQ/W250.0/R20.00/T5000.00',
    ...words.map((line, index) => `${index === 0 ? '' : `/${index + 1}`}/NG/${line.trim()}`),
    'ISU/10NOV26/BEIJING', 'REF/PEKFWTL',
    ...numbered.map((line, index) => (index === 0 ? `OCI${line}` : line)), '',
  ].join('\n');
} // prettier-ignore

function railNote(told: ToldBox): string {
  const parties = { fhr: companyName(null), shr: companyName(null) };
  const stages = { zcsj: '2026-11-08 02:20', fcsj: '2026-11-08 04:40' };
  return JSON.stringify([{ ydid: told.bill, xh: told.box, xx: '40HQ', cc: TRAIN, sfrq: '2026-11-08', fz: '西安国际港', fzdbm: STATION, dz: '霍尔果斯', dzdbm: 'HGS', ...parties, pm: goodsOf(told.bill), js: '10', ...stages }]);
} // prettier-ignore

const MODES = { SEA: '2', AIR: '5', RAIL: '3' } as const;

/** `L`: it is received; `P`: it is released. */
function receipt(told: ToldBox, cargo: ToldCargo, declared: Paper, channel: 'L' | 'P'): string {
  const day = `${told.isLongAgo ? '2026-06' : '2026-11'}-${channel === 'L' ? '08' : '09'}`;
  const run = { SEA: `UN${SHIP.imo}/${voyageOf(told)}`, AIR: FLIGHT, RAIL: '' }[told.way];
  return `<?xml version="1.0" encoding="UTF-8"?>
<DEC_DATA><DEC_RESULT><ENTRY_ID>${declared.number}</ENTRY_ID><NOTICE_DATE>${day}T08:00:00</NOTICE_DATE><CHANNEL>${channel}</CHANNEL><NOTE>received</NOTE><DECL_PORT>${declared.office}</DECL_PORT><BILL_NO>${billsOf(cargo)}</BILL_NO><VOYAGE_NO>${run}</VOYAGE_NO><TRAF_MODE>${MODES[told.way]}</TRAF_MODE></DEC_RESULT></DEC_DATA>`;
} // prettier-ignore

function transitReceipt(told: ToldBox, cargo: ToldCargo, { office, number }: Paper): string {
  const day = told.isLongAgo ? '2026-06-09' : '2026-11-09';
  return `<?xml version="1.0" encoding="UTF-8"?>
<TRANSIT_DATA><TRANSIT_RESULT><TRANSIT_ID>${number}</TRANSIT_ID><STATUS>放行</STATUS><NOTICE_DATE>${day} 10:00:00</NOTICE_DATE><OFFICE>${office}</OFFICE><BILL_NO>${billsOf(cargo)}</BILL_NO></TRANSIT_RESULT></TRANSIT_DATA>`;
} // prettier-ignore

function billsOf({ number, master }: ToldCargo): string {
  return master ? `${master}*${number}` : number;
}
