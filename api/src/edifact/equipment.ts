import type { EquipmentRef, LoadState, Quantity } from 'graph-schema/domain/tracking-event';
import type { Fit } from './charset.ts';
import { segment, type Segment } from './segment.ts';
import { codeFor } from './told.ts';

/** 8053; of other things the messages have no word. */
const KINDS: Readonly<Partial<Record<EquipmentRef['kind'], string>>> = { CONTAINER: 'CN', WAGON: 'RR', TRAILER: 'TE', ULD: 'UL' }; // prettier-ignore
/** 8169. */
const LOADS: Readonly<Record<LoadState, string>> = { EMPTY: '4', FULL: '5', LCL: '8' };
const MOST_SEALS = 9;

/** EQD + 8053 + 8260 + 8155:1131:3055 + 8077 + 8249 + 8169; null: it is no such thing. */
export function equipment(of: EquipmentRef, load: LoadState | null, fit: Fit): Segment | null {
  const kind = KINDS[of.kind];
  const number = codeFor(of.reference, 17, fit);
  if (!kind || number === null) return null;
  const size = of.sizeType === null ? null : [of.sizeType, '102', '5'];
  return segment('EQD', kind, number, size, null, null, load && LOADS[load]);
}

/** SEL + 9308; whose seal it is nobody may have said. */
export function seals({ seals: numbers }: EquipmentRef, fit: Fit): Segment[] {
  return numbers
    .flatMap((number) => codeFor(number, 10, fit) ?? [])
    .slice(0, MOST_SEALS)
    .map((number) => segment('SEL', number));
}

/** MEA + AAE + G + KGM:6314 */
export function grossWeight({ grossKg }: Pick<Quantity, 'grossKg'>): Segment[] {
  return grossKg === null ? [] : [segment('MEA', 'AAE', 'G', ['KGM', String(grossKg)])];
}
