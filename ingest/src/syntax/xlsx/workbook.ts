import { dateFormat, type DateFormat } from './cell-text.ts';
import { readPart } from './part-xml.ts';
import { readSheet, type CellContext, type SheetRow } from './read-sheet.ts';
import { openZip, ZipError, type Zip } from './zip.ts';

/**
 * Office Open XML workbooks (ECMA-376 part 1, 18.2): a ZIP archive whose `xl/workbook.xml` lists sheets by relation id,
 * with `xl/_rels/workbook.xml.rels` saying where they are, shared strings, and styles that tell dates from numbers.
 */
export interface Workbook {
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Throws `ZipError` where the sheet is damaged or too large. */
  readonly rows: () => readonly SheetRow[];
}

/** Throws `ZipError` where the bytes are no workbook. */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const zip = openZip(bytes);
  const main = workbookPart(zip);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = readRelations(zip, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  const { sheets, is1904 } = readSheetList(mustRead(zip, main), main);
  let context: CellContext | null = null;
  const open = (): CellContext =>
    (context ??= {
      strings: readStrings(zip, relations.find(({ type }) => type === 'sharedStrings')?.target ?? null),
      styles: readStyles(zip, relations.find(({ type }) => type === 'styles')?.target ?? null),
      is1904,
    });
  return {
    sheets: sheets.flatMap(({ name, isHidden, id }): Sheet[] => {
      const relation = relations.find((one) => one.id === id);
      // Chart sheets and macro sheets have no rows.
      if (!relation || relation.type !== 'worksheet') return [];
      const { target } = relation;
      return [{ name, isHidden, rows: () => readSheet(mustRead(zip, target), target, open()) }];
    }),
  };
}

function mustRead(zip: Zip, name: string): Uint8Array {
  const part = zip.read(name);
  if (!part) throw new ZipError('BAD_SYNTAX', `${name} is missing`);
  return part;
}

interface Relation {
  readonly id: string;
  /** Last part of its URI: `worksheet`, `sharedStrings`. */
  readonly type: string;
  readonly target: string;
}

function workbookPart(zip: Zip): string {
  const main = readRelations(zip, '_rels/.rels', '').find(({ type }) => type === 'officeDocument')?.target;
  const part = main ?? 'xl/workbook.xml';
  if (!zip.names.includes(part)) throw new ZipError('BAD_SYNTAX', 'the archive holds no workbook');
  return part;
}

function readRelations(zip: Zip, part: string, folder: string): Relation[] {
  const relations: Relation[] = [];
  const bytes = zip.read(part);
  if (!bytes) return relations;
  readPart(bytes, part, {
    open(name, attribute) {
      const id = attribute('Id');
      const target = attribute('Target');
      if (name !== 'Relationship' || id === null || target === null) return;
      const type = (attribute('Type') ?? '').replace(/^.*\//, '');
      relations.push({ id, type, target: target.startsWith('/') ? target.slice(1) : folder + target });
    },
    text: () => {},
    close: () => {},
  });
  return relations;
}

function readSheetList(bytes: Uint8Array, part: string) {
  const sheets: { name: string; isHidden: boolean; id: string }[] = [];
  let is1904 = false;
  readPart(bytes, part, {
    open(name, attribute) {
      if (name === 'workbookPr') is1904 = ['1', 'true', 'on'].includes(attribute('date1904') ?? '');
      const id = attribute('id');
      if (name === 'sheet' && id !== null)
        sheets.push({
          name: attribute('name') ?? '',
          isHidden: (attribute('state') ?? 'visible') !== 'visible',
          id,
        });
    },
    text: () => {},
    close: () => {},
  });
  return { sheets, is1904 };
}

/** Strings that cells share, runs of rich text put together, without readings for pronunciation. */
function readStrings(zip: Zip, part: string | null): string[] {
  const strings: string[] = [];
  const bytes = part === null ? null : zip.read(part);
  if (!bytes || part === null) return strings;
  let text = '';
  let isText = false;
  let inPhonetic = false;
  readPart(bytes, part, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetic = true;
      isText = name === 't' && !inPhonetic;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      isText = false;
      if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') strings.push(text);
    },
  });
  return strings;
}

/** Date format of each cell style, in their order. */
function readStyles(zip: Zip, part: string | null): (DateFormat | null)[] {
  const styles: (DateFormat | null)[] = [];
  const bytes = part === null ? null : zip.read(part);
  if (!bytes || part === null) return styles;
  const codes = new Map<number, string>();
  let inCells = false;
  readPart(bytes, part, {
    open(name, attribute) {
      const id = Number(attribute('numFmtId') ?? 0);
      if (name === 'numFmt') codes.set(id, attribute('formatCode') ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) styles.push(dateFormat(id, codes.get(id) ?? null));
    },
    text: () => {},
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}
