import { goods } from 'graph-schema/domain/claim';
import type { EquipmentRef, GoodsRef } from 'graph-schema/domain/tracking-event';
import type { SegmentRow } from '../../syntax/cargo-imp/segments.ts';
import { readQuantity } from './quantity.ts';
import { unNumberIn } from './un-number.ts';
import { uldRef } from './waybill.ts';

interface Line {
  pieces: number | null;
  grossKg: number | null;
  readonly description: string[];
  readonly hsCodes: string[];
}

const RATED = /^P\d{1,5}$/;
const WEIGHED = /^[KL]\d{1,7}(?:\.\d{0,3})?$/;

/**
 * Rate description of a waybill: what the goods are.
 *
 *     RTD/1/P10/K250.0/CQ/W250.0/R2.50/T625.00     a rate line: pieces, gross weight, rate class …
 *     /NG/ELECTRICAL GOODS                         nature of the goods (NC: of a consolidation), more of it in a line /2/NG/…
 *     /3/NH/850440  /4/NU/AKE12345CA               harmonised code; unit load device
 *     /5/ND/… /6/NV/… /7/NS/… /8/NO/…              dimensions, volume, pieces as counted by the shipper, origin: not kept
 */
export function readRatedGoods(rows: readonly SegmentRow[]): {
  readonly goods: GoodsRef[];
  readonly ulds: EquipmentRef[];
} {
  const lines: Line[] = [];
  const ulds: EquipmentRef[] = [];
  for (const { fields } of rows) {
    const [kind = '', ...text] = /^\d{1,2}$/.test(fields[0] ?? '') ? fields.slice(1) : fields;
    if (RATED.test(kind)) {
      const weight = text.find((field) => WEIGHED.test(field)) ?? '';
      const { pieces = null, grossKg = null } = readQuantity(`T${kind.slice(1)}${weight}`, null) ?? {};
      lines.push({ pieces, grossKg, description: [], hsCodes: [] });
      continue;
    }
    const said = text.join('/').trim();
    if (said === '') continue;
    if (kind === 'NU') {
      const uld = uldRef(said);
      if (uld) ulds.push(uld);
    } else if (kind === 'NG' || kind === 'NC') {
      lineOf(lines).description.push(said);
    } else if (kind === 'NH' && /^\d{4,18}$/.test(said.replaceAll('.', ''))) {
      lineOf(lines).hsCodes.push(said.replaceAll('.', ''));
    }
  }
  return { goods: lines.flatMap(goodsOf), ulds };
}

function lineOf(lines: Line[]): Line {
  const last = lines.at(-1);
  if (last) return last;
  const made: Line = { pieces: null, grossKg: null, description: [], hsCodes: [] };
  lines.push(made);
  return made;
}

/** One line of goods; further harmonised codes of it follow as lines of their own, without pieces, so that sums hold. */
function goodsOf({ pieces, grossKg, description, hsCodes }: Line): GoodsRef[] {
  const [first = null, ...more] = hsCodes;
  const text = description.join(' ') || null;
  if (text === null && first === null) return [];
  return [
    goods({ description: text, hsCode: first, pieces, grossKg, unNumber: unNumberIn(text) }),
    ...more.map((hsCode) => goods({ hsCode })),
  ];
}
