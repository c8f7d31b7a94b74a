import type { SourceProfile } from 'graph-schema/domain/source';
import { headRows } from '../../syntax/csv-head.ts';
import { holdsSentences } from '../../syntax/nmea/head.ts';
import { dictionaryLayout } from './dictionary.ts';
import { kindOfHeader, type TableKind } from './kinds.ts';
import { findHead, isHeader, mappedHead } from './table-head.ts';

/** The kind of table that a delimited file begins, null where its head is none. */
export function kindInHead(head: string): TableKind | null {
  if (/^[{[<!\\$]|^(?:UN[ABH]|ISA|MSH)\W/.test(head)) return null;
  if (holdsSentences(head)) return null;
  const written = headRows(head);
  const rows = trimmed(written);
  const { at, height, header } = findHead(rows, null, []);
  const kind = kindOfHeader(header);
  if (kind !== 'other') return kind;
  const below = rows.slice(at + height).filter((cells) => cells.some((cell) => cell !== ''));
  // A blank after each comma is how people write sentences and programs.
  const isSpaced = written[at]?.slice(1).every((cell) => cell.startsWith(' ')) ?? false;
  return isTable(header, below, isSpaced) ? 'other' : null;
}

/** A table that a mapping of the source knows by its headers: it needs to look like nothing else. */
export function mappedKind(head: string, { tables, defaultCharset }: SourceProfile): TableKind | null {
  if (tables.length === 0) return null;
  return mappedHead(trimmed(headRows(head, defaultCharset)), null, tables) && 'other';
}

function trimmed(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.map((cells) => cells.map((cell) => cell.trim()));
}

/** Marks of program text, and of clauses and addresses that go on after a colon. */
const PROSE = /[={}<>;`]|:\s|^[^()（）]*[)）]|[(（][^()（）]*$/;
const WORDS_MOST = 8;
/** A container, a date, or a long number by itself. */
const VALUE = /^(?:[A-Z]{4}\s?\d{6}-?\d|(?:\d[\s.,:/T年月日-]*){4,})$/;

/**
 * Prose, logs and programs have commas, too. Two names that tables are known to have, or three names of any kind whose rows
 * go on as the header began; and in the rows something that is no word.
 */
function isTable(
  header: readonly string[],
  below: readonly (readonly string[])[],
  isSpaced: boolean,
): boolean {
  const named = header.filter((name) => name !== '');
  if (named.some((name) => PROSE.test(name) || name.split(/\s+/).length > WORDS_MOST)) return false;
  const [next] = below;
  if (!next) return false;
  const { fields, events } = dictionaryLayout(header);
  const known = fields.size + events.length;
  const someCell = (shape: RegExp): boolean => below.some((cells) => cells.some((cell) => shape.test(cell)));
  if (isHeader(header, 2) && known >= 2 && someCell(isSpaced ? VALUE : /\d/))
    return next.length >= 2 && next.length <= header.length + 1;
  const goesOn = next.length >= 3 && Math.abs(next.length - header.length) <= 1;
  return isHeader(header) && goesOn && !isSpaced && (known > 0 || someCell(/\d/));
}
