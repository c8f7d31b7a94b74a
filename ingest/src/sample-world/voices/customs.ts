import { DAY, dateDigits, type Moment } from '../moment.ts';
import type { Party } from '../world/parties.ts';
import type { Terminal } from '../world/places.ts';
import type { Sailing } from '../world/sailings.ts';
import { cnManifest, cnManifestReceipt, type Conveyance, type ManifestLine, type ManifestType } from '../writers/cn-manifest.ts'; // prettier-ignore
import { cnDeclarationReceipt, cnTransitReceipt } from '../writers/cn-receipts.ts';
import type { Message } from '../writers/written.ts';

/** CHANNEL letter and the words that come with it. */
const declarationStates = {
  RECEIVED: ['L', '海关入库成功'],
  ASSESSED: ['J', '通关无纸化审结'],
  DUTY_DUE: ['N', '税费通知'],
  SELECTED: ['C', '查验通知'],
  // A letter of an older client that no list has: its words say what happened.
  INSPECTED: ['U', '查验完毕'],
  RELEASED: ['P', '已放行'],
  CLOSED: ['R', '结关'],
} as const;

const transitStates = {
  DECLARED: '已申报',
  ACCEPTED: '已接受',
  RELEASED: '已放行',
  DEPARTED: '已启运',
  ARRIVED: '已运抵',
  CLOSED: '已核销',
} as const;

const receiptStates = {
  ACCEPTED: ['01', '接受申报'],
  RELEASED: ['11', '放行'],
} as const;

/** What carries it over the border: a ship, or a flight or train by its number. */
type CustomsConveyance =
  | Sailing
  | {
      readonly number: string;
      readonly mode: 'AIR' | 'RAIL';
      readonly departs: Moment;
      readonly arrives: Moment;
    };

interface Cargo {
  /** Four-digit office 关区. */
  readonly office: string;
  readonly bill: string;
  readonly declaration: string;
  /** Of the bill; a house bill's own come with its line. */
  readonly parties?: { readonly consignor: Party; readonly consignee: Party };
  /** Who files the manifests, by its number in the customs register. */
  readonly transmitter?: string;
  /** 转关单号; then the declaration names it instead of the conveyance. */
  readonly transit?: string;
  /** Boxes and customs seal of the transit. */
  readonly transitBoxes?: readonly string[];
  readonly customsSeal?: string;
}

interface ManifestContent {
  readonly sailing: CustomsConveyance;
  readonly port: Terminal;
  /** One line per house bill; null for a master without houses. */
  readonly houses: readonly Pick<ManifestLine, 'house' | 'boxes' | 'consignor' | 'consignee'>[];
  readonly pieces?: number;
  readonly grossKg?: number;
  /** Main data only; the rest follows. */
  readonly mainData?: boolean;
}

/** `CV9735/20261120`: flight and the date of its departure in China. */
function runOf({ number, mode, departs }: Exclude<CustomsConveyance, Sailing>): string {
  return mode === 'AIR' ? `${number}/${dateDigits(departs, 'Asia/Shanghai')}` : number;
}

function conveyanceOf(carrier: CustomsConveyance): Conveyance {
  if (!('vessel' in carrier)) {
    const { number, arrives } = carrier;
    return { typeCode: '4', id: number, name: number, journey: runOf(carrier), arrives };
  }
  const { vessel, voyage, arrives } = carrier;
  return { typeCode: '1', id: `UN${vessel.imo}`, name: vessel.name, journey: voyage, arrives };
}

/** What customs and the single window say about one bill at one office. */
export function customs({
  office,
  bill,
  declaration,
  transit,
  transitBoxes = [],
  customsSeal,
  parties,
  transmitter,
}: Cargo) {
  return {
    manifest: (type: ManifestType, content: ManifestContent): Message =>
      cnManifest({
        type,
        function: content.mainData ? '9' : '0',
        office,
        transmitter: transmitter ?? null,
        port: content.port,
        conveyance: conveyanceOf(content.sailing),
        lines: content.houses.map((line) => ({
          ...parties,
          ...line,
          bill,
          ...(content.pieces ? { pieces: content.pieces } : {}),
          ...(content.grossKg ? { grossKg: content.grossKg } : {}),
        })),
      }),

    manifestReceipt: (
      type: ManifestType,
      state: keyof typeof receiptStates,
      carrier: CustomsConveyance,
      houses: readonly (string | null)[],
    ): Message => {
      const [code, words] = receiptStates[state];
      const lines = houses.map((house) => ({ bill, house }));
      return cnManifestReceipt({ type, office, conveyance: conveyanceOf(carrier), lines, code, text: words });
    },

    declarationReceipt: (state: keyof typeof declarationStates, carrier: CustomsConveyance): Message => {
      const [channel, note] = declarationStates[state];
      const atSea = 'vessel' in carrier;
      return (telling) =>
        cnDeclarationReceipt({
          declaration,
          channel,
          note,
          bill,
          conveyance: transit
            ? `@${transit}`
            : atSea
              ? `UN${carrier.vessel.imo}/${carrier.voyage}`
              : carrier.number,
          mode: atSea ? '2' : carrier.mode === 'AIR' ? '5' : '3',
          declared: telling.happened,
        })(telling);
    },

    transitReceipt: (state: keyof typeof transitStates): Message => {
      if (!transit) throw new Error(`no transit number for ${bill}`);
      return (telling) =>
        cnTransitReceipt({
          transit, status: transitStates[state], office, bill, boxes: transitBoxes,
          seal: state === 'DECLARED' || state === 'ACCEPTED' ? null : (customsSeal ?? null), validUntil: telling.happened + 14 * DAY,
        })(telling); // prettier-ignore
    },
  };
}
