import { compactNumber } from 'graph-schema/codes/parsed';
import type { EquipmentRef } from 'graph-schema/domain/tracking-event';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { ClaimContext, Where } from '../claim-context.ts';
import { cutGroups, findIn, spanOf } from '../edifact/segments.ts';
import { readEquipment } from '../edifact-reports/equipment.ts';
import { readBox } from '../ports/box.ts';

/**
 * The boxes that a list describes once (`EQD` with size and seals, before the consignments or in them) and that its
 * consignments then name by number (`SGP`, `RFF+AAQ`). A number that is not described is a container all the same.
 */
export class ListedBoxes {
  readonly #context: ClaimContext;
  readonly #described = new Map<string, EquipmentRef>();

  constructor(context: ClaimContext) {
    this.#context = context;
  }

  /** Takes the boxes that these segments describe; those that have a number. */
  describe(segments: readonly EdifactSegment[], at: string): EquipmentRef[] {
    const { groups } = cutGroups(segments, ['EQD']);
    const boxes: EquipmentRef[] = [];
    groups.forEach((group, index) => {
      const [equipment, ...rest] = group;
      const own = rest.filter(({ tag }) => OF_BOX.has(tag));
      const where = { at: `${at}/EQD[${index + 1}]`, span: spanOf([equipment, ...own]) };
      const box = { ...where, equipment, segments: own, find: findIn(own) };
      const read = readEquipment(box, true, this.#context);
      if (read === null || read === 'UNNAMED') return;
      this.#described.set(compactNumber(equipment.read(1) ?? ''), read);
      boxes.push(read);
    });
    return boxes;
  }

  /** The box of a number; null, with a finding, when it is none. */
  named(number: string, where: Where): EquipmentRef | null {
    const key = compactNumber(number);
    const known = this.#described.get(key);
    if (known) return known;
    const box = readBox({ number, sizeType: null, seals: [] }, where, this.#context);
    if (box) this.#described.set(key, box);
    return box;
  }
}

/** What describes a box; other segments after it (goods, parties) are about the consignment. */
const OF_BOX: ReadonlySet<string> = new Set(['EQN', 'TMD', 'MEA', 'DIM', 'SEL', 'TPL', 'HAN', 'TMP', 'RNG']);
