import { completeContainerNumber, parseContainerNumber } from 'graph-schema/codes/iso6346';
import { parseSeal } from 'graph-schema/codes/seal';
import { normaliseSizeType } from 'graph-schema/codes/size-type';
import { container } from 'graph-schema/domain/claim';
import type { EquipmentRef } from 'graph-schema/domain/tracking-event';
import type { ClaimContext, Where } from '../claim-context.ts';

/** A box as a port message names it, before it is checked. */
export interface WrittenBox {
  readonly number: string | null;
  readonly sizeType: string | null;
  readonly seals: readonly string[];
}

/**
 * The box of a claim. A wrong check digit or an own numbering of the owner is kept as written, with a warning: the
 * terminal moved *that* box, and the lookup offers what was meant. Null only when there is no number to keep.
 */
export function readBox(written: WrittenBox, where: Where, { findings }: ClaimContext): EquipmentRef | null {
  if (written.number === null) {
    findings.add('MISSING_FIELD', 'ERROR', where.at, 'container number', where.span);
    return null;
  }
  const parsed = parseContainerNumber(written.number);
  let reference: string = parsed.value;
  if (!parsed.ok) {
    reference = completeContainerNumber(written.number) ?? parsed.value;
    if (!/^(?=.*\d)[A-Z0-9]{4,17}$/.test(reference)) {
      findings.add('BAD_IDENTIFIER', 'ERROR', where.at, written.number, where.span);
      return null;
    }
    findings.add(parsed.problem, 'WARNING', where.at, written.number, where.span);
  }
  return container(reference, {
    sizeType: written.sizeType === null ? null : normaliseSizeType(written.sizeType),
    seals: readSeals(written.seals),
  });
}

/** Normalised seal numbers, each once. Fillers (`0`, `NIL`, `无`) are no seals. */
function readSeals(written: readonly string[]): string[] {
  const seals: string[] = [];
  for (const raw of written) {
    const seal = parseSeal(raw);
    if (seal.ok && /[1-9]/.test(seal.value)) seals.push(seal.value);
  }
  return seals.length < 2 ? seals : [...new Set(seals)];
}
