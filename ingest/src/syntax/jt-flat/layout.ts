import { loadCodeList, type CodeList } from 'graph-schema/reference/code-list';
import type { JtRecord } from './record.ts';

/**
 * Reads fields by name, so that the positions are data: rows `50.6` with canonical `bill` say that position 6 of
 * record 50 is the bill. A record with another arrangement is read with its `variant` rows.
 */
export class JtLayout {
  readonly #positions = new Map<string, number>();

  constructor(list: CodeList) {
    for (const { code, canonical, variant } of list.rows) {
      const [record, position] = code.split('.');
      this.#positions.set(`${record}.${canonical}.${variant ?? ''}`, Number(position));
    }
  }

  /** The value of a field; null when it is empty, left out, or no field of that record. */
  read(record: JtRecord | null, name: string, variant = ''): string | null {
    const position = record && this.#positions.get(`${record.number}.${name}.${variant}`);
    return position ? (record.fields[position - 1] ?? null) : null;
  }
}

export function loadJtLayout(name: string): JtLayout {
  return new JtLayout(loadCodeList(name));
}
