import * as fc from 'fast-check';
import { containerCheckDigit } from 'graph-schema/codes/iso6346';
import { usccCheckCharacter } from 'graph-schema/codes/uscc';

/** Who tells: senders of the sample world, one of each kind of voice. */
export const TELLERS = ['sample-ocean-carrier', 'customs-single-window', 'ningbo-terminal'] as const;
export type Teller = (typeof TELLERS)[number];

/** Companies by their number in a register. */
export const COMPANIES: readonly string[] = Array.from({ length: 5 }, (_, index) => {
  const first = `91330200MA2AGXX0${index + 1}`;
  return first + usccCheckCharacter(first);
});
export const OFFICES = ['3104', '2202'] as const;
export const TERMINALS = ['BLCT3', 'BLCT2'] as const;
export const PORT = 'CNNBO';
export const PORT_BEHIND = 'NLRTM';
export const CARRIER = 'COSU';

const ROLES = { CONSIGNOR: 'CZ', CONSIGNEE: 'CN', NOTIFY: 'N1', FORWARDER: 'FW' } as const;
export type Role = keyof typeof ROLES;
const ROLE_NAMES = Object.keys(ROLES) as Role[];

/** One instruction: who says who has to do with the cargo; null: somebody without a number. */
interface Instruction {
  readonly by: Teller;
  readonly parties: Readonly<Partial<Record<Role, number | null>>>;
  readonly isCarrierNamed: boolean;
}

/** What is told of one consignment; all else follows from it. */
export interface ToldCargo {
  /** Its number, and that of the master that it is a house of; null: it is none. */
  readonly number: string;
  readonly master: string | null;
  readonly box: string;
  readonly instructions: readonly Instruction[];
  /** Office that a declaration is told of, and its number; null: none is. */
  readonly declared: { readonly office: string; readonly number: string } | null;
}

/** A box with what is in it: one consignment, or the two houses of a master. */
export interface ToldBox {
  readonly bill: string;
  readonly box: string;
  readonly cargos: readonly ToldCargo[];
  /** Where it was loaded, as the terminal tells; null: nothing is told. */
  readonly terminal: string | null;
  /** Long ago, so that who runs the terminal has nothing to do with it any more. */
  readonly isLongAgo: boolean;
}

const instruction: fc.Arbitrary<Instruction> = fc.record({
  by: fc.constantFrom(...TELLERS),
  parties: fc.record(
    Object.fromEntries(ROLE_NAMES.map((role) => [role, fc.option(fc.nat({ max: COMPANIES.length - 1 }))])),
    { requiredKeys: [] },
  ),
  isCarrierNamed: fc.boolean(),
});

const cargo = fc.record({
  instructions: fc.array(instruction, { minLength: 1, maxLength: 2 }),
  office: fc.option(fc.constantFrom(...OFFICES)),
});

const box = fc.record({
  cargos: fc.oneof(
    { arbitrary: fc.tuple(cargo), weight: 2 },
    { arbitrary: fc.tuple(cargo, cargo), weight: 1 },
  ),
  terminal: fc.option(fc.constantFrom(...TERMINALS)),
  isLongAgo: fc.boolean(),
});

const pad = (index: number, length: number) => String(index).padStart(length, '0');

/** Boxes of a world, with numbers that are nobody else's. */
export const toldBoxes: fc.Arbitrary<ToldBox[]> = fc
  .array(box, { minLength: 7, maxLength: 7 })
  .map((boxes) => boxes.map(({ cargos, terminal, isLongAgo }, index): ToldBox => {
    const bill = `COSU64${pad(77_000 + index * 31, 8)}`;
    const first = `TLNU${pad(770_000 + index * 37, 6)}`;
    const number = first + String(containerCheckDigit(first));
    const isShared = cargos.length > 1;
    return {
      bill, box: number, terminal, isLongAgo,
      cargos: cargos.map(({ instructions, office }, place) => ({
        number: isShared ? `ACH26${pad(7_700 + index * 10 + place * 3, 5)}` : bill,
        master: isShared ? bill : null,
        box: number,
        instructions,
        declared: office && { office, number: `${office}20260${pad(770_000 + index * 100 + place * 7, 9)}` },
      })),
    };
  })); // prettier-ignore

/** Names of companies are what nobody may read who may not read the instruction. */
export function companyName(index: number | null): string {
  return index === null ? 'MERIDIAN UNREGISTERED TRADING' : `HALCYON SAMPLE COMPANY ${index}`;
}

/** What a consignment holds: of no other it is said. */
export function goodsOf(number: string): string {
  return `WARES OF ${number.split('').join(' ')}`;
}

export interface Delivery {
  readonly source: Teller;
  readonly text: string;
}

/** All that is said of a box, in the words of those who say it. */
export function deliveriesOf(told: ToldBox): Delivery[] {
  const instructed = told.cargos.flatMap((one, place) =>
    one.instructions.map((said, index): Delivery => ({ source: said.by, text: iftmin(told, one, said, `${place}${index}`) })),
  );
  const declared = told.cargos.flatMap((one): Delivery[] =>
    one.declared ? [{ source: 'customs-single-window', text: receipt(told, one, one.declared) }] : [],
  );
  const loaded: Delivery[] = told.terminal ? [{ source: 'ningbo-terminal', text: coarri(told, told.terminal) }] : [];
  return [...instructed, ...declared, ...loaded];
} // prettier-ignore

const month = ({ isLongAgo }: ToldBox) => (isLongAgo ? '202606' : '202611');
const voyage = ({ isLongAgo }: ToldBox) => (isLongAgo ? '031E' : '038E');

function iftmin(told: ToldBox, { number, master, box: container }: ToldCargo, said: Instruction, place: string): string {
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
    `TDT+20+${voyage(told)}+1+++++9401180:146:11:SAMPLE STAR'`,
    `LOC+9+${PORT}:139:6'`, `DTM+133:${month(told)}111000:203'`,
    `LOC+11+${PORT_BEHIND}:139:6'`, `DTM+132:${month(told)}291000:203'`,
    ...(said.isCarrierNamed ? [`NAD+CA+${CARRIER}:160:86'`] : []),
    ...parties,
    `GID+1+10:CT'`, `FTX+AAA+++${goodsOf(number)}'`, `SGP+${container}+10'`,
    `EQD+CN+${container}+45G1:102:5+2++5'`,
  ]);
} // prettier-ignore

function coarri(told: ToldBox, terminal: string): string {
  return edifact('UNOA:2', [
    `UNH+1+COARRI:D:95B:UN:1.6'`,
    `BGM+46+LO${told.bill.slice(-8)}+9'`,
    `TDT+20+${voyage(told)}+1++COSU:172:20+++9401180:146:11:SAMPLE STAR'`,
    `LOC+9+${PORT}:139:6+${terminal}:TER:ZZZ'`,
    `EQD+CN+${told.box}+45G1:102:5++2+5'`, `RFF+BM:${told.bill}'`,
    `DTM+203:${month(told)}102217:203'`, `LOC+11+${PORT_BEHIND}:139:6'`, `CNT+16:1'`,
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

function receipt(told: ToldBox, { number, master }: ToldCargo, declared: { office: string; number: string }): string {
  const bill = master ? `${master}*${number}` : number;
  const day = told.isLongAgo ? '2026-06-08' : '2026-11-08';
  return `<?xml version="1.0" encoding="UTF-8"?>
<DEC_DATA><DEC_RESULT><ENTRY_ID>${declared.number}</ENTRY_ID><NOTICE_DATE>${day}T08:00:00</NOTICE_DATE><CHANNEL>L</CHANNEL><NOTE>received</NOTE><DECL_PORT>${declared.office}</DECL_PORT><BILL_NO>${bill}</BILL_NO><VOYAGE_NO>UN9401180/${voyage(told)}</VOYAGE_NO><TRAF_MODE>2</TRAF_MODE></DEC_RESULT></DEC_DATA>`;
} // prettier-ignore
