import { parse } from 'csv-parse/browser/esm/sync';
import { readWorkbook } from './read-workbook.ts';
import { FileProblem } from './unzip.ts';

const FILE_MAX = 20_000_000;
const DELIMITERS = ['\t', ';', ',', '；', '，', '、', '|'] as const;

/** The cells of a file that somebody chose, row by row. It is read where it is: nothing but its numbers is sent. Throws a `FileProblem`. */
export async function readFile(file: Pick<File, 'arrayBuffer' | 'size'>): Promise<string[][]> {
  if (file.size > FILE_MAX) throw new FileProblem('TOO_LARGE');
  const bytes = await file.arrayBuffer();
  const head = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (head[0] !== 0x50 || head[1] !== 0x4b) return readText(decoded(bytes));
  return readWorkbook(bytes).catch((error: unknown) => {
    throw error instanceof FileProblem ? error : new FileProblem('NO_TABLE');
  });
}

/** Office programs in China write CSV in the encoding of the system. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The cells of a text, pasted or out of a file: what parts them is what most lines have the same number of. */
export function readText(text: string): string[][] {
  const lines = text.split(/\r\n|\r|\n/).slice(0, 100).filter((line) => line.trim() !== '');
  const delimiter = DELIMITERS.find((one) => lines.some((line) => line.includes(one))) ?? '\t';
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, bom: true, trim: true });
  } catch {
    throw new FileProblem('NO_TABLE');
  }
} // prettier-ignore
