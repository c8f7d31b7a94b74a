import { documentRef } from 'graph-schema/domain/claim';
import type { DocumentRef, EquipmentRef, GoodsRef, Span } from 'graph-schema/domain/tracking-event';
import { parseMrn } from 'graph-schema/codes/mrn';
import { boxOf, goodsOf, wagonOf, wagonRef } from '../../claims/taf/equipment.ts';
import type { TafScope } from '../../claims/taf/head.ts';
import { findChild, findText, listChildren, listDescendants } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';

/** What a consignment order lists: boxes and trailers before the wagons under them. */
export interface Listed {
  readonly contents: readonly EquipmentRef[];
  readonly goods: readonly GoodsRef[];
  /** Transit movements of the wagons and boxes. */
  readonly movements: readonly DocumentRef[];
}

export function wagonsOf(order: XmlElement, at: string, span: Span, scope: TafScope): Listed {
  const wagons = listChildren(order, 'Wagons');
  const numbers = wagons.flatMap((wagon, index) => {
    const number = wagonOf(findText(wagon, 'WagonNumberFreight'), `${at}/Wagons[${index + 1}]`, span, scope);
    return number ? [wagonRef(number)] : [];
  });
  const boxes = wagons.flatMap((wagon) =>
    listChildren(wagon, 'ITU').flatMap((unit) => unitOf(findChild(unit, 'ITU_Details'), at, span, scope)),
  );
  const trailers = listDescendants(order, 'NumberPlate').map(({ text }): EquipmentRef => {
    return { kind: 'TRAILER', reference: text, sizeType: null, seals: [] };
  });
  return {
    contents: [...boxes, ...trailers, ...numbers],
    goods: wagons.flatMap((wagon) => listDescendants(wagon, 'Goods')).map(goodsOf),
    movements: listDescendants(order, 'MRN_Number').map(({ text }) => {
      const parsed = parseMrn(text);
      if (!parsed.ok) scope.findings.add(parsed.problem, 'WARNING', `${at}/MRN_Number`, text, span);
      return documentRef('MRN', parsed.value || text, { declaredAs: 'MRN_Number' });
    }),
  };
}

/** A number comes in one piece, or as prefix, number and check digit. */
function unitOf(details: XmlElement | null, at: string, span: Span, scope: TafScope): EquipmentRef[] {
  const number = findText(details, 'Number');
  if (!number) return [];
  const parts = [findText(details, 'Prefix'), number, findText(details, 'Checkdigit')];
  const written = /^[A-Z]{4}\d{7}$/i.test(number) ? number : parts.filter((part) => part).join('');
  const seals = listDescendants(details, 'SealsDescription').map(({ text }) => text);
  return [boxOf(written, `${at}/ITU_Details/Number`, span, scope, seals)];
}
