import { compactNumber } from 'graph-schema/codes/parsed';
import type { EquipmentRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext } from '../claim-context.ts';
import { readBox } from '../ports/box.ts';
import type { BoxGroup } from './report.ts';

const KINDS = loadCodeList('edifact/equipment-8053');

/** A wagon, trailer, genset: letters and digits, at least one digit. */
const NUMBER = /^(?=.*\d)[A-Z0-9]{3,17}$/;

/**
 * What EQD names: a container, a wagon, a trailer or chassis, a unit load device, or another thing with a number.
 * `UNNAMED` for breakbulk, which is known by its papers, and for boxes not chosen yet. Null with a finding.
 */
export function readEquipment(
  group: BoxGroup,
  mayBeUnnamed: boolean,
  context: ClaimContext,
): EquipmentRef | 'UNNAMED' | null {
  const { equipment: eqd, segments, at } = group;
  const code = eqd.read(0)?.toUpperCase() ?? 'CN';
  const row = KINDS.find(code);
  if (!row) context.findings.unmapped(KINDS, code, at, eqd);
  const kind = row?.canonical ?? null;
  const number = eqd.read(1);
  if (kind === 'CARGO' || (number === null && mayBeUnnamed)) return 'UNNAMED';
  const seals = segments.flatMap((segment) => (segment.tag === 'SEL' ? (segment.read(0) ?? []) : []));
  if (kind === 'CONTAINER')
    return readBox({ number, sizeType: eqd.read(2, 0) ?? eqd.read(2, 3), seals }, group, context);
  if (kind === null) {
    context.findings.add('UNSUPPORTED', row ? 'INFO' : 'ERROR', at, `8053 ${code}`, eqd);
    return null;
  }
  const reference = number === null ? '' : compactNumber(number);
  if (NUMBER.test(reference)) return { kind: kind as EquipmentRef['kind'], reference, sizeType: null, seals };
  context.findings.add(number === null ? 'MISSING_FIELD' : 'BAD_IDENTIFIER', 'ERROR', at, number, eqd);
  return null;
}
