import { MINUTE, dateDigits, secondDigits, type Moment } from '../moment.ts';
import type { Party } from '../world/parties.ts';
import type { Terminal } from '../world/places.ts';
import type { Message, Telling } from './written.ts';
import { xmlDocument, type Element } from './xml.ts';

/** What carries the cargo over the border, as customs writes it. */
export interface Conveyance {
  /** Manifest TypeCode: 1 sea, 2 rail, 3 road, 4 air. */
  readonly typeCode: '1' | '4';
  /** `UN` and the IMO number for ships; the flight for aircraft. */
  readonly id: string;
  readonly name: string;
  readonly journey: string;
  readonly arrives: Moment;
}

export interface ManifestLine {
  readonly bill: string;
  readonly house: string | null;
  readonly boxes: readonly { readonly number: string; readonly seal?: string; readonly grossKg?: number }[];
  readonly consignor?: Party;
  readonly consignee?: Party;
  readonly pieces?: number;
  readonly grossKg?: number;
}

/** 原始舱单 MT1101, 预配舱单 MT2101, 运抵 MT3101, 装载 MT4101, 理货 MT5101; third digit 2 is air. */
export type ManifestType = `MT${1 | 2 | 3 | 4 | 5}${1 | 2}01`;

interface ManifestReport {
  readonly type: ManifestType;
  /** 9 main data, 0 secondary data. */
  readonly function: '9' | '0';
  readonly office: string;
  /** Who files it, by its number in the customs register 舱单传输人; null: it does not say. */
  readonly transmitter: string | null;
  readonly port: Terminal;
  readonly conveyance: Conveyance;
  readonly lines: readonly ManifestLine[];
}

/** `20261121093000123`: with milliseconds, without zone; the running number stands in for the milliseconds. */
function sendTime({ sent, ref }: Telling): string {
  return secondDigits(sent, 'Asia/Shanghai') + ref.slice(-3);
}

function head(type: string, functionCode: string, office: string, telling: Telling): Element {
  const time = sendTime(telling);
  return [
    'Head',
    [
      ['MessageID', `${office}999000001_${time}`],
      ['FunctionCode', functionCode],
      ['MessageType', type],
      ['SenderID', `${office}999000001`],
      ['ReceiverID', office],
      ['SendTime', time],
      ['Version', '1.0'],
    ],
  ];
}

function partyElement(role: 'Consignor' | 'Consignee', party: Party | undefined): Element | null {
  if (!party) return null;
  const { name, nameZh, uscc } = party;
  return [role, [uscc ? ['ID', `USCI+${uscc}`] : null, ['Name', nameZh ?? name]]];
}

function consignment(line: ManifestLine): Element {
  return [
    'Consignment',
    [
      ['TransportContractDocument', [['ID', line.bill]]],
      line.house ? ['AssociatedTransportDocument', [['ID', line.house]]] : null,
      partyElement('Consignor', line.consignor),
      partyElement('Consignee', line.consignee),
      line.pieces ? ['TotalPackageQuantity', String(line.pieces)] : null,
      line.grossKg ? ['TotalGrossMassMeasure', String(line.grossKg)] : null,
      ...line.boxes.map((box): Element => [
        'TransportEquipment',
        [
          ['EquipmentIdentification', [['ID', box.number]]],
          ['FullnessCode', '5'],
          box.seal ? ['SealID', box.seal] : null,
        ],
      ]),
    ],
  ];
}

export function cnManifest(report: ManifestReport): Message {
  return (telling) => {
    const { conveyance, port, office, transmitter } = report;
    const site = `${port.writtenAs}${office}01/${office}`;
    const date = dateDigits(conveyance.arrives, 'Asia/Shanghai');
    const isImport =
      report.type.startsWith('MT1') || report.type.startsWith('MT5') || report.type.startsWith('MT3');
    return xmlDocument(
      [
        'Manifest',
        [
          head(report.type, report.function, office, telling),
          [
            'Declaration',
            [
              transmitter ? ['RepresentativePerson', [['Name', transmitter]]] : null,
              [
                'BorderTransportMeans',
                [
                  ['JourneyID', conveyance.journey],
                  ['TypeCode', conveyance.typeCode],
                  ['ID', conveyance.id],
                  ['Name', conveyance.name],
                ],
              ],
              isImport
                ? ['UnloadingLocation', [['ID', site], ['ArrivalDate', date]]]
                : ['LoadingLocation', [['ID', site], ['LoadingDate', date]]],
              ...report.lines.map(consignment),
            ],
          ],
        ],
      ],
      `urn:Declaration:datamodel:standard:CN:${report.type}:1`,
    ); // prettier-ignore
  };
}

/** ResponseType/Code: 01 accepted, 02 manual, 03 rejected, 11 released. */
interface ManifestReceipt {
  readonly type: ManifestType;
  readonly office: string;
  readonly conveyance: Conveyance;
  readonly lines: readonly { readonly bill: string; readonly house: string | null }[];
  readonly code: '01' | '02' | '03' | '11';
  readonly text: string;
}

export function cnManifestReceipt(receipt: ManifestReceipt): Message {
  return (telling) =>
    xmlDocument(
      [
        'Manifest',
        [
          head(receipt.type, '11', receipt.office, { ...telling, sent: Math.max(telling.sent, telling.happened + MINUTE) }),
          [
            'Response',
            [
              [
                'BorderTransportMeans',
                [
                  ['JourneyID', receipt.conveyance.journey],
                  ['TypeCode', receipt.conveyance.typeCode],
                  ['ID', receipt.conveyance.id],
                  ['Name', receipt.conveyance.name],
                ],
              ],
              ...receipt.lines.map((line): Element => [
                'Consignment',
                [
                  ['TransportContractDocument', [['ID', line.bill]]],
                  ['AssociatedTransportDocument', [['ID', line.house ?? 'N/A']]],
                  ['ResponseType', [['Code', receipt.code], ['Text', receipt.text]]],
                ],
              ]),
            ],
          ],
        ],
      ],
      `urn:Declaration:datamodel:standard:CN:${receipt.type}:1`,
    ); // prettier-ignore
}
