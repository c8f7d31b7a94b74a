import { container, goods as goodsRef } from 'graph-schema/domain/claim';
import type { EquipmentRef, GoodsRef } from 'graph-schema/domain/tracking-event';
import { parseContainerNumber } from 'graph-schema/codes/iso6346';
import { normaliseSizeType } from 'graph-schema/codes/size-type';
import { parseWagon } from 'graph-schema/codes/wagon';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import type { NoteNode } from '../../claims/rail-notes/note-node.ts';

export interface Cargo {
  readonly boxes: readonly EquipmentRef[];
  readonly wagons: readonly EquipmentRef[];
  readonly goods: readonly GoodsRef[];
}

/** Boxes and goods stand in the note itself or under the wagon, goods under the box, too. */
export function listOf(node: NoteNode, where: Where, context: ClaimContext): Cargo {
  const wagons = node.nodes('wagons');
  const boxes = [node, ...wagons].flatMap((parent) =>
    parent.nodes('boxes').map((box) => [parent, box] as const),
  );
  const holders = [node, ...wagons, ...boxes.map(([, box]) => box)];
  return {
    boxes: boxes.flatMap(([, box]) => boxOf(box, where, context)),
    wagons: wagonsOf(node, where, context),
    goods: holders.flatMap((holder) => holder.nodes('goods')).flatMap(goodsOf),
  };
}

/** Wagons of the note, or of a reload. */
export function wagonsOf(node: NoteNode, where: Where, { findings }: ClaimContext): EquipmentRef[] {
  const texts = node.texts('wagons');
  const parts = node.nodes('wagons').map((wagon) => wagon.text('wagonNumber'));
  const numbers = parts.some((number) => number !== null) ? parts : texts;
  return numbers.flatMap((written): EquipmentRef[] => {
    if (!written) return [];
    const wagon = parseWagon(written);
    if (!wagon.ok) findings.add(wagon.problem, 'WARNING', `${where.at}/wagons`, written, where.span);
    return wagon.value ? [{ kind: 'WAGON', reference: wagon.value, sizeType: null, seals: [] }] : [];
  });
}

function boxOf(box: NoteNode, where: Where, { findings }: ClaimContext): EquipmentRef[] {
  const written = box.text('boxNumber') ?? box.own;
  if (!written) return [];
  const number = parseContainerNumber(written);
  if (!number.ok) findings.add(number.problem, 'WARNING', `${where.at}/containers`, written, where.span);
  const sizeType = box.text('sizeType');
  const listed = box.nodes('seals').flatMap((seal) => seal.text('sealNumber') ?? seal.own);
  return number.value
    ? [
        container(number.value, {
          sizeType: sizeType ? normaliseSizeType(sizeType) : null,
          seals: listed.flatMap((text) => text.split(/[\s,;|]+/)).filter((seal) => seal !== ''),
        }),
      ]
    : [];
}

function goodsOf(line: NoteNode): GoodsRef[] {
  const description = line.text('description') ?? (line.own || null);
  const hsCode = line.text('hsCode')?.replaceAll(/\D/g, '') || null;
  if (!description && !hsCode) return [];
  return [
    goodsRef({
      description,
      hsCode,
      pieces: numberOf(line.text('pieces')),
      packageType: line.text('packageType'),
      grossKg: numberOf(line.text('grossKg')),
      unNumber: /\d{4}/.exec(line.text('unNumber') ?? '')?.[0] ?? null,
    }),
  ];
}

function numberOf(written: string | null): number | null {
  const plain = written?.replaceAll(/[\s\u00a0]|kg$|кг$/gi, '').replace(',', '.') ?? '';
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}
