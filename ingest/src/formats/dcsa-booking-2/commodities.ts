import { goods } from 'graph-schema/domain/claim';
import type { GoodsRef } from 'graph-schema/domain/tracking-event';
import { kilogramsOf } from '../../claims/dcsa/paper-cargo.ts';
import { asObject, numberOf, objectsOf, textOf, textsOf, type JsonObject } from '../../syntax/json-fields.ts';

const MOST = 200;

/** requestedEquipments[] { commodities[] { commodityType, HSCodes, cargoGrossWeight, outerPackaging } } */
export function commoditiesOf(paper: JsonObject): GoodsRef[] {
  return objectsOf(paper['requestedEquipments'])
    .flatMap((one) => objectsOf(one['commodities']))
    .slice(0, MOST)
    .map((one) => {
      const packaging = asObject(one['outerPackaging']);
      const [dangerous] = objectsOf(packaging?.['dangerousGoods']);
      return goods({
        description: textOf(one, 'commodityType')?.slice(0, 1000) ?? null,
        hsCode: textsOf(one['HSCodes'])[0]?.replaceAll(/\D/g, '') || null,
        pieces: numberOf(packaging, 'numberOfPackages'),
        packageType: textOf(packaging, 'packageCode'),
        grossKg: kilogramsOf(one),
        unNumber: textOf(dangerous ?? null, 'UNNumber', 'unNumber')?.padStart(4, '0') ?? null,
      });
    });
}
