import { container } from 'graph-schema/domain/claim';
import type { EquipmentRef } from 'graph-schema/domain/tracking-event';
import { compactNumber } from 'graph-schema/codes/parsed';
import { normaliseSizeType } from 'graph-schema/codes/size-type';
import { parseContainerNumber } from 'graph-schema/codes/iso6346';
import { parseWagon } from 'graph-schema/codes/wagon';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { readOffset } from '../../syntax/wall-clock.ts';
import { warn, wordOf, type RowScope } from './row-scope.ts';

const ZONES = loadCodeList('rail-times/zones');

/** The zone that a row says: an offset, an IANA name, or a word for one; null where it says none. */
export function zoneOf(at: RowScope): string | null {
  const written = at.cell('zone');
  if (!written) return null;
  const offset = readOffset(written);
  if (offset) return offset;
  const named = ZONES.find(wordOf(written));
  if (named) return named.canonical;
  if (/^[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_]+)+$/.test(written)) return written;
  warn(at, 'UNKNOWN_ZONE', 'zone', written);
  return null;
}

export function wagonOf(at: RowScope): string | null {
  const written = at.cell('wagon');
  if (!written) return null;
  const wagon = parseWagon(written);
  if (!wagon.ok) warn(at, wagon.problem, 'wagon', written);
  return wagon.value || null;
}

/** The container of a row with its size and seals; kept as written when its check digit fails. */
export function boxOf(at: RowScope): EquipmentRef | null {
  const written = at.cell('container');
  if (!written) return null;
  const number = parseContainerNumber(written);
  if (!number.ok) warn(at, number.problem, 'container', written);
  if (!number.value) return null;
  const sizeType = at.cell('sizeType');
  return container(number.value, {
    sizeType: sizeType ? normaliseSizeType(sizeType) : null,
    seals: (at.cell('seal') ?? '').split(/[\s,，;；/、|]+/).filter((seal) => seal !== ''),
  });
}

/** A train number as one writes it: `X8001次` is X8001. */
export function trainNumberOf(at: RowScope): string | null {
  return compactNumber(at.cell('train') ?? '').replace(/次$/, '') || null;
}

/** A rail consignment note, normalised; null when the row has none. */
export function noteOf(at: RowScope): string | null {
  return compactNumber(at.cell('note') ?? '') || null;
}

/** A number with optional thousands separators; null and a finding when it is none. */
export function numberOf(at: RowScope, field: string): number | null {
  const written = at.cell(field);
  if (!written) return null;
  const plain = written.normalize('NFKC').replaceAll(/[,\s]|kg$/gi, '');
  const value = /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
  if (value === null) warn(at, 'BAD_SYNTAX', field, written);
  return value;
}
