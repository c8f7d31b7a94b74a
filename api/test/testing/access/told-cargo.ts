import * as fc from 'fast-check';
import { containerCheckDigit } from 'graph-schema/codes/iso6346';
import { usccCheckCharacter } from 'graph-schema/codes/uscc';

/** Who tells: senders of the sample world, one of each kind of voice. */
export const TELLERS = ['sample-ocean-carrier', 'customs-single-window', 'ningbo-terminal'] as const;
/** Who tells of what flies, and of what goes by rail. */
export const AIRLINE = 'sample-airline';
export const RAILWAY = 'sample-railway-platform';
/** Who takes boxes off the ship where it goes. */
export const QUAY_BEHIND = 'rotterdam-terminal';
export type Teller = (typeof TELLERS)[number] | typeof AIRLINE | typeof RAILWAY | typeof QUAY_BEHIND;

/** Companies by their number in a register. */
export const COMPANIES: readonly string[] = Array.from({ length: 5 }, (_, index) => {
  const first = `91330200MA2AGXX0${index + 1}`;
  return first + usccCheckCharacter(first);
});
export const OFFICES = ['3104', '2202'] as const;
export const TERMINALS = ['BLCT3', 'BLCT2'] as const;
export const PORT = 'CNNBO';
export const PORT_BEHIND = 'NLRTM';
export const TERMINAL_BEHIND = 'ECTDELTA';
export const CARRIER = 'COSU';
export const AIR_PREFIX = '999';
export const STATION = 'XAP';
/** What carries it, by way. */
export const SHIP = { name: 'SAMPLE STAR', imo: '9401180' } as const;
export const FLIGHT = 'CA981';
export const TRAIN = 'X8024';

/** By the code that an instruction has for it. */
export const ROLES = {
  CONSIGNOR: 'CZ',
  CONSIGNEE: 'CN',
  NOTIFY: 'N1',
  FORWARDER: 'FW',
  DECLARANT: 'DT',
} as const;
export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as Role[];

/** One instruction: who says who has to do with the cargo; null: somebody without a number. */
export interface Instruction {
  readonly by: Teller;
  readonly parties: Readonly<Partial<Record<Role, number | null>>>;
  readonly isCarrierNamed: boolean;
}

/** What is told of one consignment; all else follows from it. */
export interface ToldCargo {
  /** Its number, and that of the master that it is a house of; null: it is none. */
  readonly number: string;
  readonly master: string | null;
  /** The trader's own number; null: none is told. */
  readonly order: string | null;
  readonly instructions: readonly Instruction[];
  /** Office that a declaration is told of, and its number; null: none is. */
  readonly declared: Paper | null;
  /** The same of a transit. */
  readonly transit: Paper | null;
}

export interface Paper {
  readonly office: string;
  readonly number: string;
}

/** A box with what is in it: one consignment, or the two houses of a master; or what flies without one. */
export interface ToldBox {
  readonly way: 'SEA' | 'AIR' | 'RAIL';
  /** Its place among all. */
  readonly index: number;
  readonly bill: string;
  /** Null: none is told. */
  readonly booking: string | null;
  readonly box: string | null;
  readonly cargos: readonly ToldCargo[];
  /** Where it was loaded, as the terminal tells; null: nothing is told. */
  readonly terminal: string | null;
  /** Long ago, so that who runs the terminal has nothing to do with it any more. */
  readonly isLongAgo: boolean;
  /** Where it is off the ship, as the terminal there tells; null: it is not. */
  readonly landed: string | null;
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
  transitOffice: fc.option(fc.constantFrom(...OFFICES), { freq: 2 }),
});
type Drawn = typeof cargo extends fc.Arbitrary<infer T> ? T : never;

const box = fc.record({
  cargos: fc.oneof(
    { arbitrary: fc.tuple(cargo), weight: 2 },
    { arbitrary: fc.tuple(cargo, cargo), weight: 1 },
  ),
  terminal: fc.option(fc.constantFrom(...TERMINALS)),
  isLongAgo: fc.boolean(),
});

const pad = (index: number, length: number) => String(index).padStart(length, '0');

function containerAt(index: number): string {
  const first = `TLNU${pad(770_000 + index * 37, 6)}`;
  return first + String(containerCheckDigit(first));
}

/** Papers of customs with numbers that are nobody else's. */
function papersAt({ office, transitOffice }: Drawn, index: number, place: number): Pick<ToldCargo, 'declared' | 'transit'> {
  const nth = index * 100 + place * 7;
  return {
    declared: office && { office, number: `${office}20260${pad(770_000 + nth, 9)}` },
    transit: transitOffice && { office: transitOffice, number: `${transitOffice}2615${pad(7_700_000 + nth, 8)}` },
  };
} // prettier-ignore

const AT_SEA = 7;
const seaBoxes = fc.array(box, { minLength: AT_SEA, maxLength: AT_SEA }).map((boxes) =>
  boxes.map(({ cargos, terminal, isLongAgo }, index): ToldBox => {
    const bill = `COSU64${pad(77_000 + index * 31, 8)}`;
    const isShared = cargos.length > 1;
    return {
      way: 'SEA', index, bill, box: containerAt(index), landed: null, booking: `TLB${pad(7_700 + index * 13, 7)}`,
      // Of one at least a terminal tells, and not long ago.
      terminal: index === 0 ? (terminal ?? TERMINALS[0]) : terminal,
      isLongAgo: index > 0 && isLongAgo,
      cargos: cargos.map((drawn, place) => ({
        number: isShared ? `ACH26${pad(7_700 + index * 10 + place * 3, 5)}` : bill,
        master: isShared ? bill : null,
        order: `TLPO${pad(77_000 + index * 10 + place * 3, 7)}`,
        instructions: drawn.instructions,
        ...papersAt(drawn, index, place),
      })),
    };
  }),
); // prettier-ignore

/** One that flies, and one that goes by rail, of which a railway says names alone: each always comes before customs. */
const elsewhere = fc.tuple(cargo, fc.constantFrom(...OFFICES), cargo, fc.constantFrom(...OFFICES)).map(
  ([flown, offices, railed, other]): ToldBox[] => {
    const serial = '7770015';
    const awb = `${AIR_PREFIX}-${serial}${Number(serial) % 7}`;
    const bare = { order: null, master: null };
    const papers = (drawn: Drawn, office: (typeof OFFICES)[number], index: number) => papersAt({ ...drawn, office, transitOffice: null }, index, 0);
    const said = (by: Teller, drawn: Drawn, isNumbered: boolean): Instruction => {
      const { CONSIGNOR = null, CONSIGNEE = null } = drawn.instructions[0]?.parties ?? {};
      return { by, isCarrierNamed: false, parties: isNumbered ? { CONSIGNOR, CONSIGNEE } : { CONSIGNOR: null, CONSIGNEE: null } };
    };
    const one = { terminal: null, isLongAgo: false, landed: null, booking: null };
    const note = '2026110700777001';
    return [
      { ...one, way: 'AIR', index: AT_SEA, bill: awb, box: null, cargos: [{ ...bare, number: awb, instructions: [said(AIRLINE, flown, true)], ...papers(flown, offices, AT_SEA) }] },
      { ...one, way: 'RAIL', index: AT_SEA + 1, bill: note, box: containerAt(AT_SEA + 1), cargos: [{ ...bare, number: note, instructions: [said(RAILWAY, railed, false)], ...papers(railed, other, AT_SEA + 1) }] },
    ];
  },
); // prettier-ignore

/** Boxes of a world, with numbers that are nobody else's. */
export const toldBoxes: fc.Arbitrary<ToldBox[]> = fc
  .tuple(seaBoxes, elsewhere)
  .map(([sea, others]) => [...sea, ...others]);

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

/** Long ago the ship was on another voyage. */
export const VOYAGES = ['031E', '038E'] as const;

export function voyageOf({ isLongAgo }: Pick<ToldBox, 'isLongAgo'>): string {
  return VOYAGES[isLongAgo ? 0 : 1];
}
