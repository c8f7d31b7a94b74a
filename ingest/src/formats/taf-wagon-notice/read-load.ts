import { goods } from 'graph-schema/domain/claim';
import type { EquipmentRef, GoodsRef, LoadState, Span } from 'graph-schema/domain/tracking-event';
import { boxOf, goodsOf, wagonRef } from '../../claims/taf/equipment.ts';
import type { TafScope } from '../../claims/taf/head.ts';
import { findText, listChildren, listDescendants } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';

/** What a claim is about, and what is in it. */
export interface Load {
  readonly equipment: EquipmentRef;
  readonly loadState: LoadState | null;
  readonly goods: readonly GoodsRef[];
}

/** The boxes that stand on the wagon, each with its goods; without a box the wagon itself. */
export function loadsOf(root: XmlElement, wagon: string, span: Span, scope: TafScope): readonly Load[] {
  const lines = listDescendants(root, 'GoodsInWagon');
  const dangerous = listChildren(root, 'DangerousGoodsIndication').flatMap((one): GoodsRef[] => {
    const unNumber = findText(one, 'UN_Number');
    return unNumber && /^\d{4}$/.test(unNumber) ? [goods({ unNumber })] : [];
  });
  const boxes = lines.flatMap((line): Load[] => {
    const number = findText(line, 'ContainerNumber');
    if (!number) return [];
    const inBox = listChildren(line, 'GoodsInContainer').map(goodsOf);
    const equipment = boxOf(number, 'GoodsInWagon/ContainerNumber', span, scope);
    return [
      { equipment, loadState: null, goods: [...(inBox.length > 0 ? inBox : [goodsOf(line)]), ...dangerous] },
    ];
  });
  if (boxes.length > 0) return boxes;
  const status = listDescendants(root, 'LoadingStatus')[0]?.text;
  const loadState = status === '0' ? 'EMPTY' : status === '1' ? 'FULL' : null;
  return [{ equipment: wagonRef(wagon), loadState, goods: [...lines.map(goodsOf), ...dangerous] }];
}
