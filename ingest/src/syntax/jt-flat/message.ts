import { isAscii } from 'node:buffer';
import type { Span } from 'graph-schema/domain/tracking-event';
import { charsetIssue, chooseCharset, latin1, valueDecoder } from '../charset.ts';
import type { Findings } from '../findings.ts';
import { scanWhole } from '../byte-scanner.ts';
import { parseJtRecord, type JtRecord } from './record.ts';
import { JtScanner, trimBlanks, type RawJtRecord } from './scanner.ts';

/** One message: record 00 to record 99. */
export interface JtMessage {
  /** `00`, from the second on `00[2]`. */
  readonly at: string;
  /** `CODECO`, upper case; empty when record 00 does not say. */
  readonly type: string;
  readonly header: JtRecord;
  /** Between 00 and 99. */
  readonly records: readonly JtRecord[];
  readonly span: Span;
  /** False when there is no 99: it may go on, so none of it may be applied. Already reported. */
  readonly complete: boolean;
}

/** The type that the first record of a file names; null when these bytes do not begin a flat file. */
export function firstJtType(head: string): string | null {
  return /^00\s*:\s*([A-Z]{3,12})\s*[:']/i.exec(head)?.[1]?.toUpperCase() ?? null;
}

/**
 * Walks the messages of a file and checks the count in 99, which includes 00 and 99. A wrong count is only told, and so
 * is a message that stands twice.
 */
export function* readJtMessages(
  bytes: Uint8Array,
  fallbackCharset: string,
  findings: Findings,
): Generator<JtMessage> {
  const decode = decoderOf(bytes, fallbackCharset, findings);
  const seen = new Set<string>();
  let open: { header: JtRecord; records: JtRecord[]; at: string } | null = null;
  let messages = 0;
  let ending: RawJtRecord['ending'] | null = null;
  const close = (trailer: JtRecord | null): JtMessage | null => {
    if (!open) return null;
    const { header, records, at } = open;
    open = null;
    const counted = records.length + 2;
    const said = trailer?.fields[0] ?? null;
    const complete = trailer !== null && (ending !== 'FILE' || Number(said) === counted);
    const span = { start: header.start, end: (trailer ?? records.at(-1) ?? header).end };
    if (!complete) findings.add('TRUNCATED', 'ERROR', at, 'record 99 is missing', span);
    else if (Number(said) !== counted)
      findings.add('BAD_ENVELOPE', 'WARNING', `${at}/99`, `count ${said ?? '?'}, found ${counted}`, trailer);
    if (complete) noteRepeated(latin1(bytes.subarray(span.start, span.end)), at, span, seen, findings);
    return { at, type: header.fields[0]?.toUpperCase() ?? '', header, records, span, complete };
  };
  for (const raw of scanWhole(new JtScanner(), bytes)) {
    const at = (open as { at: string } | null)?.at ?? '00';
    noteDamage(raw, at, findings);
    ending = raw.ending;
    const record = parseJtRecord(raw.raw, raw, decode);
    if (record.number === '00') {
      const cut = close(null);
      if (cut) yield cut;
      messages += 1;
      open = { header: record, records: [], at: messages === 1 ? '00' : `00[${messages}]` };
    } else if (record.number === '99') {
      const message = close(record);
      if (message) yield message;
      else findings.addOnce('BAD_ENVELOPE', 'WARNING', '99', 'record 99 without 00', record);
    } else {
      if (!/^\d\d$/.test(record.number))
        findings.addOnce('BAD_SYNTAX', 'WARNING', at, `no record: ${record.number}`, record);
      else if (!open)
        findings.addOnce('BAD_ENVELOPE', 'WARNING', at, `outside a message: ${record.number}`, record);
      (open as { records: JtRecord[] } | null)?.records.push(record);
    }
  }
  const cut = close(null);
  if (cut) yield cut;
  else if (messages > 0 && ending === 'FILE')
    findings.add('TRUNCATED', 'WARNING', '99', 'the last record has no terminator', null);
  if (messages > 0) return;
  if (trimBlanks(latin1(bytes)) === '') findings.add('EMPTY_MESSAGE', 'ERROR', '00', null, null);
  else findings.add('BAD_ENVELOPE', 'ERROR', '00', 'no record 00', null);
}

function noteDamage(record: RawJtRecord, at: string, findings: Findings): void {
  if (record.overlong)
    findings.add('BAD_SYNTAX', 'ERROR', at, `record longer than any: ${record.raw}`, record);
  if (record.wrapped) findings.addOnce('BAD_SYNTAX', 'WARNING', at, 'line breaks inside records', record);
  if (record.ending === 'LINE')
    findings.addOnce('BAD_SYNTAX', 'WARNING', at, "records without ' at the end", record);
}

/** Platforms hand files on in one, and sometimes the same one twice: its claims are the same and count once. */
function noteRepeated(text: string, at: string, span: Span, seen: Set<string>, findings: Findings): void {
  if (seen.has(text)) findings.add('BAD_ENVELOPE', 'INFO', at, 'the message stands twice', span);
  seen.add(text);
}

/** The grammar declares no character set: UTF-8 if it is that, else what the sender is known to write (GB 18030). */
function decoderOf(bytes: Uint8Array, fallback: string, findings: Findings): (value: string) => string {
  if (isAscii(bytes)) return (value) => value;
  const choice = chooseCharset(bytes, null, fallback);
  findings.include(charsetIssue(choice, null, '00'));
  return valueDecoder(choice.charset);
}
