import { builder } from '../builder.ts';
import type { InstantRange, RangeField, ShipmentFilter, TextField } from '../search/shipment-filter.ts';
import { ExceptionKindEnum, PhaseEnum, SeverityEnum } from './enums.ts';

const InstantRangeInput = builder.inputRef<InstantRange>('InstantRange').implement({
  description: 'From an instant on until another.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: 'Included; null: since ever.' }),
    until: t.field({ type: 'DateTime', description: 'Left out; null: for ever.' }),
  }),
});

const BEGINS = 'A `*` at the end: whatever begins so.';
const PARTY =
  'Identifier (`91330200…` or `USCC:91330200…`), or how a word of the name begins; in any case and width.';
const PLACE = 'UN/LOCODE, or the Chinese name.';

const TEXTS: Readonly<Record<TextField, string>> = {
  waybill: `Air waybill, house air waybill, rail or road note 运单. ${BEGINS}`,
  bill: `Master bill 主提单, with its SCAC. ${BEGINS}`,
  houseBill: `House bill or house air waybill 分单. ${BEGINS}`,
  declaration: `Customs declaration 报关单 or MRN. ${BEGINS}`,
  transit: `Customs transit 转关单 or MRN. ${BEGINS}`,
  container: `Container 箱号. ${BEGINS}`,
  booking: `Booking 订舱号. ${BEGINS}`,
  purchaseOrder: `Purchase order or another reference of a trader 合同号、采购单. ${BEGINS}`,
  consignor: `Consignor 发货人. ${PARTY}`,
  consignee: `Consignee 收货人. ${PARTY}`,
  declarant: `Declarant 申报单位. ${PARTY}`,
  vessel: `Ship 船名 that it is, was or is to be aboard: name or IMO number. ${BEGINS}`,
  voyage: `Voyage 航次; beside a ship, that ship’s. ${BEGINS}`,
  train: `Train 车次; with its date as in \`X8024@2026-11-20\`. ${BEGINS}`,
  flight: `Flight 航班; with its local date as in \`CA981@2026-11-20\`. ${BEGINS}`,
  port: `Port, station or airport anywhere on its way 港站. ${PLACE}`,
  origin: `Where its carriage begins. ${PLACE}`,
  destination: `Where its carriage ends. ${PLACE}`,
  office: 'Customs office 关区 that it comes before: four digits, or the Chinese name.',
};

const RANGES: Readonly<Record<RangeField, string>> = {
  departure: 'When the first carriage leaves: as it happened, else estimated, else planned.',
  arrival: 'When the carriage ends: as it happened, else by the best ETA, else planned.',
  eta: 'The best ETA of what has not arrived.',
  declared: 'When customs got its last declaration.',
  released: 'When its last declaration was released.',
  changed: 'When anything new was last received of it.',
};

export const ShipmentFilterInput = builder.inputRef<ShipmentFilter>('ShipmentFilter').implement({
  description: 'What shipments are asked for by. Each field that is given limits further.',
  fields: (t) => ({
    ...mapped(TEXTS, (description) => t.string({ description })),
    ...mapped(RANGES, (description) => t.field({ type: InstantRangeInput, description })),
    phases: t.field({ type: [PhaseEnum], description: 'In one of these phases.' }),
    exceptions: t.field({ type: [ExceptionKindEnum], description: 'One of these is wrong with it now.' }),
    attention: t.field({
      type: [SeverityEnum],
      description: 'The gravest of what is wrong with it now is so grave.',
    }),
    watchList: t.id({ description: 'It is followed in this watch list; `followed`: by yourself.' }),
  }),
});

function mapped<K extends string, V>(texts: Readonly<Record<K, string>>, field: (text: string) => V) {
  return Object.fromEntries(
    Object.entries<string>(texts).map(([name, text]) => [name, field(text)]),
  ) as Record<K, V>;
}
