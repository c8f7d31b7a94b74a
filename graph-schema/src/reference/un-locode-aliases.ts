import { readTable } from './table-file.ts';

/** A code as messages write it → the code of the table that stands for that port. */
export function readUnLocodeAliases(directory: string): Map<string, string> {
  const aliases = new Map<string, string>();
  for (const [written = '', code = ''] of readTable(directory, 'un-locode-aliases', ['written', 'code'])) {
    aliases.set(written, code);
  }
  return aliases;
}
