import { loadCodeList, type CodeList } from 'graph-schema/reference/code-list';
import type { JtRecord } from './record.ts';

/**
 * Reads fields by name, so that the positions are data: rows `50.6` with canonical `bill` say that position 6 of
 * record 50 is the bill. A record with another arrangement is read with its `variant` rows.
 */
export class JtLayout {
  readonly #positions = new Map<string, number>();
  readonly #records = new Map<string, string>();

  constructor(list: CodeList) {
    for (const { code, canonical, variant } of list.rows) {
      const [record = '', position] = code.split('.');
      this.#positions.set(`${record}.${canonical}.${variant ?? ''}`, Number(position));
      if (canonical !== null && !this.#records.has(canonical)) this.#records.set(canonical, record);
    }
  }

  /** The number of the record that a field stands in, the first of several; null for a field that no record has. */
  recordOf(name: string): string | null {
    return this.#records.get(name) ?? null;
  }

  /** The first record in which a field is filled, with its value; null when it is filled in none. */
  find(records: readonly JtRecord[], name: string): { record: JtRecord; value: string } | null {
    for (const record of records) {
      const value = this.read(record, name);
      if (value !== null) return { record, value };
    }
    return null;
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
