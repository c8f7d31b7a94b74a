import { goods, party } from 'graph-schema/domain/claim';
import type { EquipmentRef, GoodsRef, PartyRef } from 'graph-schema/domain/tracking-event';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { readBox } from '../../claims/ports/box.ts';
import { numberOf } from '../../syntax/json-fields.ts';
import { findChild, findText, listChildren, listDescendants } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';

const MOST = 500;

const PARTIES: readonly (readonly [name: string, role: PartyRef['role']])[] = [
  ['HolderOfTheTransitProcedure', 'DECLARANT'],
  ['Declarant', 'DECLARANT'],
  ['Representative', 'AGENT'],
  ['Consignor', 'CONSIGNOR'],
  ['Exporter', 'CONSIGNOR'],
  ['Consignee', 'CONSIGNEE'],
  ['Importer', 'CONSIGNEE'],
  ['Carrier', 'CARRIER'],
  ['TraderAtDestination', 'OTHER'],
];

export function boxesOf(consignment: XmlElement | null, where: Where, scope: ClaimContext): EquipmentRef[] {
  return listChildren(consignment, 'TransportEquipment')
    .slice(0, MOST)
    .flatMap((equipment) => {
      const number = findText(equipment, 'containerIdentificationNumber');
      if (number === null) return [];
      const seals = listChildren(equipment, 'Seal').flatMap((seal) => findText(seal, 'identifier') ?? []);
      return readBox({ number, sizeType: null, seals }, where, scope) ?? [];
    });
}

/** Parties of the movement and of its consignment, by EORI number; contact persons are not read. */
export function partiesOf(message: XmlElement, consignment: XmlElement | null): PartyRef[] {
  return PARTIES.flatMap(([name, role]) => {
    const one = findChild(message, name) ?? findChild(consignment, name);
    const eori = findText(one, 'identificationNumber');
    const said = findText(one, 'name');
    if (eori === null && said === null) return [];
    return [
      party(role, { name: said, id: eori === null ? null : { scheme: 'EORI', code: eori.toUpperCase() } }),
    ];
  });
}

export function goodsOf(consignment: XmlElement | null): GoodsRef[] {
  return listDescendants(consignment, 'ConsignmentItem')
    .slice(0, MOST)
    .map((item) => {
      const commodity = findChild(item, 'Commodity');
      const code = findChild(commodity, 'CommodityCode');
      const hs = ['harmonizedSystemSubHeadingCode', 'combinedNomenclatureCode'].map(
        (name) => findText(code, name) ?? '',
      );
      const [packaging = null] = listChildren(item, 'Packaging');
      const mass = findText(commodity, 'GoodsMeasure', 'grossMass');
      return goods({
        description: findText(commodity, 'descriptionOfGoods')?.slice(0, 1000) ?? null,
        hsCode: hs.join('').replace(/\D/g, '') || null,
        pieces: numberOf({ pieces: findText(packaging, 'numberOfPackages') }, 'pieces'),
        packageType: findText(packaging, 'typeOfPackages'),
        grossKg: numberOf({ mass }, 'mass'),
        unNumber: findText(commodity, 'DangerousGoods', 'UNNumber'),
      });
    });
}
