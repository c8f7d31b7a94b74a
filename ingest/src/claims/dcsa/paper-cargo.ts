import { normaliseSizeType } from 'graph-schema/codes/size-type';
import { container, goods, party } from 'graph-schema/domain/claim';
import type { EquipmentRef, GoodsRef, PartyRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { Where } from '../claim-context.ts';
import type { MessageReader } from './message-reader.ts';
import { asObject, numberOf, objectsOf, textOf, textsOf, type JsonObject } from '../../syntax/json-fields.ts';

const FUNCTIONS = loadCodeList('dcsa-arrival-notice-1/party-functions');
const KILOGRAMS: Readonly<Record<string, number>> = {
  KGM: 1,
  LBR: 0.453_592_37,
  GRM: 0.001,
  ONZ: 0.028_349_523_125,
};
const MOST = 1000;

/** The boxes of a notice with size and seals; of a light notification, and of the cargo, their numbers. */
export function boxesOf(notice: JsonObject, where: Where, reader: MessageReader): EquipmentRef[] {
  const boxes = new Map<string, EquipmentRef>();
  for (const used of objectsOf(notice['utilizedTransportEquipments']).slice(0, MOST)) {
    const equipment = asObject(used['equipment']) ?? used;
    const number = textOf(equipment, 'equipmentReference');
    if (number === null) continue;
    const size = textOf(equipment, 'ISOEquipmentCode', 'isoEquipmentCode');
    const reference = reader.container(number, where);
    const seals = objectsOf(used['seals']).flatMap(
      (seal) => textOf(seal, 'number', 'sealNumber')?.toUpperCase() ?? [],
    );
    boxes.set(reference, container(reference, { sizeType: size && normaliseSizeType(size), seals }));
  }
  for (const number of textsOf(notice['equipmentReferences']).slice(0, MOST)) {
    const reference = reader.container(number, where);
    if (!boxes.has(reference)) boxes.set(reference, container(reference));
  }
  return [...boxes.values()];
}

/** Shipper, consignee and the rest, by function code; in the beta by the name of their field. The carrier last. */
export function partiesOf(notice: JsonObject, where: Where, { findings }: MessageReader): PartyRef[] {
  const listed = Array.isArray(notice['documentParties'])
    ? objectsOf(notice['documentParties']).map((one) => [textOf(one, 'partyFunction'), one] as const)
    : Object.entries(asObject(notice['documentParties']) ?? {}).flatMap(([name, value]) =>
        (Array.isArray(value) ? objectsOf(value) : objectsOf([value])).map((one) => [name, one] as const),
      );
  const parties = listed.slice(0, 50).flatMap(([field, holder]): PartyRef[] => {
    // Others than the usual ones stand in a list of `{ partyFunction, party }`.
    const one = asObject(holder['party']) ?? holder;
    const role = textOf(holder, 'partyFunction') ?? field;
    const name = textOf(one, 'partyName');
    if (name === null) return [];
    const row = role === null ? null : FUNCTIONS.find(role);
    if (role !== null && !row) findings.unmapped(FUNCTIONS, role, `${where.at}.documentParties`, where.span);
    return [party((row?.canonical ?? 'OTHER') as PartyRef['role'], { name, id: idOf(one) })];
  });
  const carrier = textOf(notice, 'carrierCode');
  if (carrier === null) return parties;
  const scheme = textOf(notice, 'carrierCodeListProvider') === 'SMDG' ? 'SMDG' : 'SCAC';
  return [...parties, party('CARRIER', { id: { scheme, code: carrier.toUpperCase() } })];
}

function idOf(one: JsonObject): PartyRef['id'] {
  const [code] = objectsOf(one['identifyingCodes']);
  const identity = textOf(code ?? null, 'partyCode');
  if (identity !== null)
    return { scheme: textOf(code ?? null, 'codeListName', 'codeListProvider') ?? 'LOCAL', code: identity };
  const [tax] = objectsOf(one['taxLegalReferences']);
  const number = textOf(tax ?? null, 'value');
  return number === null ? null : { scheme: textOf(tax ?? null, 'type') ?? 'LOCAL', code: number };
}

/** A line for each cargo item (what one box holds of a consignment item); an item without any is a line itself. */
export function goodsOf(notice: JsonObject): GoodsRef[] {
  const lines: GoodsRef[] = [];
  for (const item of objectsOf(notice['consignmentItems'])) {
    const description = textsOf(item['descriptionOfGoods']).join(' ').slice(0, 1000) || null;
    const hsCode = textsOf(item['HSCodes']).map((code) => code.replace(/\D/g, ''))[0] ?? null;
    const cargo = objectsOf(item['cargoItems']);
    for (const one of cargo.length > 0 ? cargo : [item]) {
      if (lines.length >= MOST) return lines;
      const packaging = asObject(one['outerPackaging']);
      const [dangerous] = objectsOf(packaging?.['dangerousGoods']);
      lines.push(
        goods({
          description,
          hsCode: hsCode === '' ? null : hsCode,
          pieces: numberOf(packaging, 'numberOfPackages'),
          packageType: textOf(packaging, 'packageCode'),
          grossKg: kilogramsOf(one),
          unNumber: textOf(dangerous ?? null, 'UNNumber', 'unNumber')?.padStart(4, '0') ?? null,
        }),
      );
    }
  }
  return lines;
}

export function kilogramsOf(cargo: JsonObject): number | null {
  const weight = asObject(cargo['cargoGrossWeight']);
  const value = weight ? numberOf(weight, 'value') : numberOf(cargo, 'weight');
  const factor = KILOGRAMS[(weight ? textOf(weight, 'unit') : textOf(cargo, 'weightUnit')) ?? 'KGM'];
  return value === null || factor === undefined ? null : Math.round(value * factor * 1000) / 1000;
}
