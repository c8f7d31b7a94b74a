import { parseUscc } from 'graph-schema/codes/uscc';
import { goods, party } from 'graph-schema/domain/claim';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type {
  EquipmentRef,
  GoodsRef,
  LoadState,
  PartyRef,
  PartyRole,
  Quantity,
} from 'graph-schema/domain/tracking-event';
import type { JtRecord } from '../../syntax/jt-flat/record.ts';
import { kilogramsOf } from '../ports/weight.ts';
import { readJtBox } from './box-record.ts';
import type { JtContext } from './interpret-jt.ts';

/** Fields `<name>Code` and `<name>Name` of the layout, by what the party is to the cargo. */
const PARTIES: readonly (readonly [PartyRole, string])[] = [
  ['CONSIGNOR', 'consignor'],
  ['CONSIGNEE', 'consignee'],
  ['NOTIFY', 'notify'],
  ['FORWARDER', 'forwarder'],
  ['CARRIER', 'carrier'],
];

/** Records of address lines write a line break as `^`, so the name ends at the first. */
export function readJtParties(records: readonly JtRecord[], { layout }: JtContext): PartyRef[] {
  return PARTIES.flatMap(([role, field]) => {
    const name = layout.find(records, `${field}Name`)?.value.split('^')[0]?.trim() || null;
    const code = layout.find(records, `${field}Code`)?.value ?? null;
    if (name === null && code === null) return [];
    const uscc = code === null ? null : parseUscc(code);
    const id = code === null ? null : uscc?.ok ? { scheme: 'USCC', code: uscc.value } : localCode(code);
    return [party(role, { name, id })];
  });
}

/** The line whose box it is (箱经营人), as reports name it: by a code, a name or both. */
export function readJtOperator(record: JtRecord | null, { layout }: JtContext): PartyRef[] {
  const code = layout.read(record, 'operatorCode')?.toUpperCase() ?? null;
  const name = layout.read(record, 'operator');
  if (code === null && name === null) return [];
  return [party('CARRIER', { name, id: code === null ? null : localCode(code) })];
}

function localCode(code: string): { scheme: string; code: string } {
  return { scheme: 'LOCAL', code };
}

/** Lines of goods: each begins with the record that holds its packages, further records describe it. */
export function readJtGoods(records: readonly JtRecord[], { layout }: JtContext): GoodsRef[] {
  const begin = layout.recordOf('goodsPieces');
  const lines: JtRecord[][] = [];
  for (const record of records) {
    if (lines.length === 0 || record.number === begin) lines.push([]);
    lines.at(-1)?.push(record);
  }
  return lines.flatMap((line) => {
    const text = (...fields: readonly string[]): string | null => {
      for (const field of fields) {
        const found = layout.find(line, field)?.value.replaceAll('^', ' ').trim();
        if (found) return found;
      }
      return null;
    };
    const hsCode = text('hsCode')?.replaceAll('.', '') ?? null;
    const unNumber = text('unNumber')?.replace(/^UN\s*/i, '') ?? null;
    const described = goods({
      description: text('goodsDescription', 'goodsName'),
      hsCode: hsCode !== null && /^\d{4,13}$/.test(hsCode) ? hsCode : null,
      pieces: countOf(text('goodsPieces')),
      packageType: text('goodsPackageCode', 'goodsPackage'),
      grossKg: kilogramsOf(text('goodsKg'), 'KGM') || null,
      unNumber: unNumber !== null && /^\d{4}$/.test(unNumber) ? unNumber : null,
    });
    return Object.values(described).some((value) => value !== null) ? [described] : [];
  });
}

/** Packages of a field; null for none and for the zero that fills its place. */
export function countOf(written: string | null): number | null {
  return written !== null && /^\d{1,9}(?:\.0+)?$/.test(written) ? Number(written) || null : null;
}

/** What several lines come to; null in a figure that one of them leaves out. */
export function totalOf(
  lines: readonly { readonly pieces: number | null; readonly grossKg: number | null }[],
): Quantity | null {
  const sum = (figure: 'pieces' | 'grossKg'): number | null => {
    let total = 0;
    for (const line of lines) {
      const value = line[figure];
      if (value === null) return null;
      total += value;
    }
    return lines.length === 0 ? null : Math.round(total * 1000) / 1000;
  };
  const pieces = sum('pieces');
  const grossKg = sum('grossKg');
  return pieces === null && grossKg === null ? null : { pieces, grossKg, ofPieces: null };
}

/** A place by its code, else by the name beside it. */
export function readJtPlace(
  records: readonly JtRecord[],
  field: string,
  at: string,
  { layout, placesAndTimes }: JtContext,
): ResolvedPlace | null {
  const found = layout.find(records, field) ?? layout.find(records, `${field}Name`);
  return (
    found &&
    placesAndTimes.place(found.value, null, { at: `${at}/${found.record.number}`, span: found.record })
  );
}

/** Boxes that a paper lists, in records of their own under a group. */
export function readJtBoxes(
  records: readonly JtRecord[],
  at: string,
  context: JtContext,
): { readonly boxes: readonly EquipmentRef[]; readonly loadState: LoadState | null } {
  const number = context.layout.recordOf('box');
  const listed = records.filter((record) => record.number === number);
  const read = listed.flatMap((box, index) => {
    return readJtBox({ at: `${at}/${number}[${index + 1}]`, box }, context) ?? [];
  });
  const states = new Set(read.map(({ loadState }) => loadState));
  const [only = null] = states;
  return { boxes: read.map(({ equipment }) => equipment), loadState: states.size === 1 ? only : null };
}

/** `2×45G1, 1×22R1`: boxes that are asked for by type. */
export function readJtRequests(records: readonly JtRecord[], { layout }: JtContext): string | null {
  const number = layout.recordOf('requestType');
  const wanted = records.flatMap((record) => {
    const type = record.number === number ? layout.read(record, 'requestType') : null;
    return type === null ? [] : [`${layout.read(record, 'requestCount') ?? '?'}×${type.toUpperCase()}`];
  });
  return wanted.join(', ') || null;
}
