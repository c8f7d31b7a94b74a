import { parseContainerNumber } from 'graph-schema/codes/iso6346';
import { normaliseSizeType } from 'graph-schema/codes/size-type';
import { container } from 'graph-schema/domain/claim';
import type { EquipmentRef } from 'graph-schema/domain/tracking-event';
import { findText } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { doubt, type CustomsScope } from './customs-scope.ts';

/** A container of a bill or of an arrival report, with size and seals; null when it has no number. */
export function readBox(equipment: XmlElement, scope: CustomsScope): EquipmentRef | null {
  const written = findText(equipment, 'EquipmentIdentification', 'ID') ?? findText(equipment, 'ID');
  if (!written) return null;
  const number = parseContainerNumber(written);
  if (!number.ok) doubt(scope, number, 'TransportEquipment/ID', written);
  if (!number.value) return null;
  const sizeType = findText(equipment, 'CharacteristicCode');
  const seals = equipment.children
    .filter(({ name }) => name === 'SealID' || name === 'Seal')
    .map((seal) => findText(seal, 'ID') ?? seal.text)
    // `M/` mechanical and `E/` electronic stand before the number.
    .map((seal) => seal.replace(/^[ME]\//, '').trim())
    .filter((seal) => seal !== '');
  return container(number.value, { sizeType: sizeType && normaliseSizeType(sizeType), seals });
}
