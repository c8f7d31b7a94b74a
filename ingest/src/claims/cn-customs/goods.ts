import { goods } from 'graph-schema/domain/claim';
import type { GoodsRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { findText, listChildren } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { customsQuantity } from './quantity.ts';

const FIELDS = loadCodeList('cn-manifest-xml/goods-fields').rows.map(({ code, canonical }) => {
  return { path: code.split('/'), field: canonical };
});

/** The lines of goods of a consignment; a line that says nothing is left out. */
export function readCustomsGoods(consignment: XmlElement): GoodsRef[] {
  return listChildren(consignment, 'ConsignmentItem').flatMap((item) => {
    const read = (wanted: string): string | null => {
      for (const { path, field } of FIELDS) {
        const text = field === wanted ? findText(item, ...path) : null;
        if (text !== null) return text;
      }
      return null;
    };
    const hsCode = read('hsCode')?.replace(/\D/g, '') ?? '';
    const unNumber = /\d{4}/.exec(read('unNumber') ?? '')?.[0] ?? null;
    const measured = customsQuantity(read('pieces'), read('grossKg'));
    const line = goods({
      description: read('description'),
      hsCode: hsCode.length >= 4 ? hsCode : null,
      pieces: measured?.pieces ?? null,
      packageType: read('packageType'),
      grossKg: measured?.grossKg ?? null,
      unNumber,
    });
    return Object.values(line).some((value) => value !== null) ? [line] : [];
  });
}
