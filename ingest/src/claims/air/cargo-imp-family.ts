import { isAscii } from 'node:buffer';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { FormatFamily, MessageFormat, ReaderOf } from '../../formats/message-format.ts';
import { familyFormat } from '../../formats/message-format.ts';
import { readCargoImp, type CargoImpLine, type CargoImpMessage } from '../../syntax/cargo-imp.ts';
import { firstTelexType } from '../../syntax/cargo-imp/first-type.ts';
import { chooseCharset, valueDecoder } from '../../syntax/charset.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { interpretation, UnitTally } from '../../syntax/units.ts';
import { telexScope, type TelexFile, type TelexScope } from './telex-scope.ts';

/** Reads the messages of one type. */
export interface TelexReader {
  /** Lines that are units: counted where the end of a message is lost and none of it is applied. */
  readonly unitsOf: (message: CargoImpMessage) => readonly CargoImpLine[];
  /** Only messages whose envelope is whole come here. Adds to the tally and the findings of the scope. */
  readonly read: (message: CargoImpMessage, scope: TelexScope) => readonly ReadMessage[];
}

/** Cargo-IMP and AHM telexes, plain, behind Type B headers or in EDIFACT envelopes, of any types in one file. */
export const CARGO_IMP: FormatFamily = {
  id: 'cargo-imp',
  name: { en: 'Cargo-IMP and AHM telexes', zh: '航空货运电报（Cargo-IMP、AHM）' },
  detect: (head) => firstTelexType(head) !== null,
  read: (bytes, context, readerOf) => {
    const file: TelexFile = { context, findings: collectFindings(), tally: new UnitTally() };
    const telexes = readCargoImp(bytes);
    const messages: ReadMessage[] = [];
    const types: string[] = [];
    for (const line of telexes.stray) reject(file, 'BAD_SYNTAX', line, line.text);
    const seen = new Set<string>();
    const decode = decoderOf(bytes, context.source.defaultCharset, file);
    for (const written of telexes.messages) {
      const message = decode ? decoded(written, decode) : written;
      types.push(message.type);
      noteRepeated(message, seen, file);
      for (const read of readOne(message, file, readerOf as ReaderOf<TelexReader>)) messages.push(read);
    }
    const whole = (code: 'EMPTY_MESSAGE' | 'TRUNCATED' | 'BAD_ENVELOPE', value: string | null): void =>
      file.findings.add(code, value === null ? 'ERROR' : 'WARNING', 'message', value, null);
    if (telexes.messages.length === 0 && telexes.stray.length === 0) whole('EMPTY_MESSAGE', null);
    if (telexes.interchange === 'MISSING') whole('TRUNCATED', 'UNZ');
    if (telexes.interchange === 'MISMATCH') whole('BAD_ENVELOPE', 'UNZ');
    return { interpretation: interpretation({ messages }, file.findings, file.tally), types };
  },
};

/** Telexes are 7-bit by the book; where they are not, the set is told and texts are read in it. Null for those that are. */
function decoderOf(
  bytes: Uint8Array,
  fallback: string,
  { findings }: TelexFile,
): ((value: string) => string) | null {
  if (isAscii(bytes)) return null;
  const choice = chooseCharset(bytes, null, fallback);
  findings.add('BAD_CHARSET', 'WARNING', 'message', `us-ascii → ${choice.charset}`, null);
  return valueDecoder(choice.charset);
}

/** Cut first, then decoded: slants and line ends never occur inside a double byte. */
function decoded(message: CargoImpMessage, decode: (value: string) => string): CargoImpMessage {
  const of = (line: CargoImpLine): CargoImpLine => ({ ...line, text: decode(line.text) });
  return { ...message, identification: of(message.identification), lines: message.lines.map(of) };
}

/** A telex that stands twice, as networks repeat them: its claims are the same and count once. */
function noteRepeated(
  { identification, lines }: CargoImpMessage,
  seen: Set<string>,
  { findings }: TelexFile,
): void {
  const text = [identification, ...lines].map((line) => line.text).join('\n');
  if (seen.has(text))
    findings.add(
      'BAD_ENVELOPE',
      'INFO',
      `line ${identification.number}`,
      'the message stands twice',
      identification,
    );
  seen.add(text);
}

function readOne(
  message: CargoImpMessage,
  file: TelexFile,
  readerOf: ReaderOf<TelexReader>,
): readonly ReadMessage[] {
  const { type, identification, trailer } = message;
  const reader = readerOf(type);
  if (!reader) {
    reject(file, 'MESSAGE_NOT_MAPPED', identification, type);
    return [];
  }
  if (trailer === 'MISSING') {
    // Its last line may be cut in the middle of a number, so nothing of it is taken.
    const units = reader.unitsOf(message);
    for (const line of units.length > 0 ? units : [identification])
      reject(file, 'TRUNCATED', line, line.text);
    return [];
  }
  if (trailer === 'MISMATCH') file.findings.add('BAD_ENVELOPE', 'WARNING', 'message', 'UNT', null);
  return reader.read(message, telexScope(message, file));
}

function reject(
  { tally, findings }: TelexFile,
  code: 'BAD_SYNTAX' | 'MESSAGE_NOT_MAPPED' | 'TRUNCATED',
  line: CargoImpLine,
  value: string,
): void {
  tally.withIssuesOnly();
  findings.add(code, 'ERROR', `line ${line.number}`, value, line);
}

/** The descriptor of a format that reads telexes of some types. */
export function telexFormat<const Id extends string>(given: {
  readonly id: Id;
  readonly name: MessageFormat['name'];
  readonly types: readonly string[];
  readonly reader: TelexReader;
}): MessageFormat<Id> {
  const { types } = given;
  return familyFormat({
    ...given,
    family: CARGO_IMP,
    mediaTypes: ['text/plain', 'application/x-cargo-imp'],
    detect: (head) => types.includes(firstTelexType(head) ?? ''),
  });
}
