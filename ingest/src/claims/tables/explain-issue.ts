import { containerCheckDigit } from 'graph-schema/codes/iso6346';
import { compactNumber } from 'graph-schema/codes/parsed';
import type { MessageIssue } from 'graph-schema/domain/message';
import type { TableRow } from '../../syntax/table-row.ts';
import type { TableLayout } from './layout.ts';

interface Words {
  readonly en: string;
  readonly zh: string;
}

/** An error as who filled in the table looks for it. */
export interface RowIssue extends MessageIssue {
  /** As the sender's program counts. */
  readonly row: number;
  /** The header, or the field that the table has no column for. */
  readonly column: string | null;
  readonly expected: Words | null;
}

/** What a field holds, where it has a grammar that can be told in a line. */
const SHAPES: Readonly<Record<string, Words>> = {
  container: {
    en: 'four letters of which the last is U, J or Z, and seven digits of which the last is the check digit (ISO 6346)',
    zh: '四位字母（末位为 U、J 或 Z）加七位数字，末位为校验码（ISO 6346）',
  },
  wagon: {
    en: '12, 8 or 7 digits (UIC, 1520 mm, China)',
    zh: '12、8 或 7 位数字（UIC、1520 毫米轨距、中国）',
  },
  awb: {
    en: '11 digits: airline prefix, seven digits, and those modulo 7',
    zh: '11 位数字：航空公司前缀三位、序号七位、序号除以 7 的余数',
  },
  declaration: {
    en: '18 digits: customs office, year, import 1 or export 0, serial',
    zh: '18 位：关区、年份、进口 1 或出口 0、流水号',
  },
  mrn: {
    en: '18 characters: year, country, 13 characters, check digit',
    zh: '18 位：年份、国家、13 位、校验码',
  },
  imo: { en: 'seven digits of which the last is the check digit', zh: '七位数字，末位为校验码' },
  uld: { en: 'type, four or five digits, owner: AKE12345CA', zh: '类型、四或五位数字、所有人：AKE12345CA' },
};

const SUBJECT: Words = {
  en: 'a container, wagon or unit, a paper, or a ship with voyage, a train or flight with date',
  zh: '箱、车、集装器，或单证号，或船名航次、车次或航班与日期',
};
const PLACE: Words = {
  en: 'a UN/LOCODE (CNNBO), or a port, station, airport or customs office by a name that only one has; else an alias in the source',
  zh: '联合国地名代码（CNNBO），或唯一的港口、车站、机场、海关名称；否则在来源中设别名',
};
const ZONE: Words = {
  en: 'a place with a known time zone, or a zone: +08:00, Asia/Shanghai',
  zh: '有已知时区的地点，或时区：+08:00、Asia/Shanghai',
};
const WORD: Words = {
  en: 'a word of the list that the finding names, or a meaning for it in `codes` of the mapping',
  zh: '所示代码表中的词，或在映射的 codes 中给出含义',
};
const NUMBER: Words = { en: 'a number', zh: '数字' };

/** A finding about a row with the row, the column and what was expected there. */
export function explainIssue(issue: MessageIssue, row: TableRow, layout: TableLayout): RowIssue {
  const column = issue.at.startsWith(`${row.at}/`) ? issue.at.slice(row.at.length + 1) : null;
  const fields = [...layout.fields];
  const field = fields.find(([, at]) => layout.header[at] === column)?.[0] ?? column ?? '';
  return { ...issue, row: row.line, column, expected: expectedOf(issue, field, layout) };
}

function expectedOf({ code, value }: MessageIssue, field: string, layout: TableLayout): Words | null {
  switch (code) {
    case 'BAD_TIME':
      return timeIn(layout.dateFormats);
    case 'MISSING_FIELD':
      return field === 'container' ? SUBJECT : timeIn(layout.dateFormats);
    case 'UNKNOWN_PLACE':
      return PLACE;
    case 'UNKNOWN_ZONE':
      return ZONE;
    case 'UNMAPPED_CODE':
      return WORD;
    case 'BAD_SYNTAX':
      return NUMBER;
    case 'BAD_CHECK_DIGIT':
      return (field === 'container' && value ? checkDigitOf(value) : null) ?? SHAPES[field] ?? null;
    case 'BAD_IDENTIFIER':
      return SHAPES[field] ?? null;
    default:
      return null;
  }
}

function timeIn(dateFormats: readonly string[]): Words {
  const ways = [...dateFormats, 'YYYY-MM-DD HH:mm'].join(', ');
  return { en: `a date and time: ${ways}`, zh: `日期和时间：${ways}` };
}

/** Which digit it would be, if the others are right. */
function checkDigitOf(written: string): Words | null {
  const stem = compactNumber(written).slice(0, 10);
  if (!/^[A-Z]{4}\d{6}$/.test(stem)) return null;
  const digit = containerCheckDigit(stem);
  return {
    en: `${stem}${digit}, if the other characters are right (ISO 6346 check digit)`,
    zh: `如其余各位无误，应为 ${stem}${digit}（ISO 6346 校验码）`,
  };
}
