import { parseImo } from 'graph-schema/codes/imo';
import type { Interpretation, IssueCode, IssueSeverity } from 'graph-schema/domain/message';
import type { PositionReport, VesselStatic } from 'graph-schema/domain/position';
import { latin1 } from '../../syntax/charset.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { newSentence, readSentence, type Sentence } from '../../syntax/nmea.ts';
import { reassembly, type Part, type Pending } from '../../syntax/nmea/fragments.ts';
import { isArmoured, unsigned, type SixBits } from '../../syntax/nmea/six-bit.ts';
import { leadingSeconds } from '../../syntax/nmea/lead.ts';
import { readTagBlock, type TagBlock } from '../../syntax/nmea/tag-block.ts';
import { interpretation, UnitTally } from '../../syntax/units.ts';
import type { ReadContext } from '../message-format.ts';
import { heardMessages } from './heard.ts';
import { instantWriter, secondBefore } from './instant.ts';
import { LONG_RANGE, POSITION_LAYOUTS, STATIC_A, STATIC_B } from './layouts.ts';
import { otherSentences } from './other-sentences.ts';
import { newFix, readFix, readLongRange } from './position.ts';
import { readStatic24, readStaticA, readStaticB } from './statics.ts';

/** What is known of a ship by now in this raw message. */
interface Vessel {
  readonly subject: string;
  vesselImo: string | null;
  vesselName: string | null;
  callSign: string | null;
  destination: string | null;
}

/** What one message gave; `BAD` has raised an issue or will. */
type Outcome = 'POSITION' | 'NOTHING' | 'BAD_SYNTAX' | 'BAD_IDENTIFIER';

/** Longer lines are no sentences: 61162-1 allows 82 characters, tag blocks and habits some hundreds. */
const MAX_LINE = 4096;
const LAST_TYPE = 27;
/** A stream may have tens of thousands of bad lines: after this many, one summary per code. */
const MOST_ISSUES = 100;
const LONGEST_QUOTE = 200;

/** The grammar is in `syntax/nmea.ts`, the bit layouts (ITU-R M.1371-5) in `layouts.ts`. A unit is one sentence. */
export function readAis(bytes: Uint8Array, context: ReadContext): Interpretation {
  const positions: PositionReport[] = [];
  const statics: VesselStatic[] = [];
  const findings = collectFindings(MOST_ISSUES);
  const tally = new UnitTally();
  const vessels = new Map<number, Vessel>();
  const groupSources = new Map<string, string>();
  const clock = instantWriter();
  const heard = heardMessages();
  const received = Math.floor(Date.parse(context.receivedAt) / 1000);
  const fix = newFix();
  const bits: SixBits = { bytes, start: 0, length: 0 };
  const sentence = newSentence();
  const others = otherSentences();
  let hasAis = false;
  let units = 0;
  let line = 0;

  const report = (code: IssueCode, severity: IssueSeverity, at: number, start: number, end: number): void => {
    const text = latin1(bytes.subarray(start, Math.min(end, start + LONGEST_QUOTE)));
    findings.add(code, severity, `line ${at}`, text.replace(/[^ -~]/g, '\ufffd') || null, { start, end });
  };
  const reject = (code: 'BAD_SYNTAX' | 'BAD_CHECKSUM' | 'TRUNCATED', start: number, end: number): void => {
    tally.withIssuesOnly();
    report(code, 'ERROR', line, start, end);
  };
  const fragments = reassembly(({ parts }) => {
    for (const part of parts) {
      if (!part) continue;
      tally.withIssuesOnly();
      report('TRUNCATED', 'WARNING', part.line, part.start, part.end);
    }
  });

  const vesselOf = (mmsi: number): Vessel => {
    let vessel = vessels.get(mmsi);
    if (!vessel) {
      vessel = {
        subject: `MMSI:${mmsi}`,
        vesselImo: null,
        vesselName: null,
        callSign: null,
        destination: null,
      };
      vessels.set(mmsi, vessel);
    }
    return vessel;
  };

  const describe = (mmsi: number, at: number, said: Omit<VesselStatic, 'subject' | 'at'>): void => {
    const vessel = vesselOf(mmsi);
    vessel.vesselImo = said.vesselImo ?? vessel.vesselImo;
    vessel.vesselName = said.vesselName ?? vessel.vesselName;
    vessel.callSign = said.callSign ?? vessel.callSign;
    vessel.destination = said.destination ?? vessel.destination;
    statics.push({ subject: vessel.subject, at: clock.write(at), ...said });
  };

  /** Reads the message in `bits`; `seconds` is when a station says that it heard it. */
  const take = (seconds: number | null): Outcome => {
    if (bits.length < 38) return 'BAD_SYNTAX';
    const type = unsigned(bits, 0, 6);
    const layout = POSITION_LAYOUTS[type] ?? null;
    const isStatic = type === 5 || type === 24;
    if (!layout && type !== LAST_TYPE && !isStatic)
      return type === 0 || type > LAST_TYPE ? 'BAD_SYNTAX' : 'NOTHING';
    const mmsi = unsigned(bits, 8, 30);
    if (!isMobile(mmsi)) return 'BAD_IDENTIFIER';
    if (heard.isRepeat(bits, seconds)) return 'NOTHING';
    if (isStatic) {
      if (type === 5 && bits.length < STATIC_A.bits) return 'BAD_SYNTAX';
      const said = type === 5 ? readStaticA(bits, imoOf) : readStatic24(bits, mmsi);
      if (!said) return 'BAD_SYNTAX';
      describe(mmsi, seconds ?? received, said);
      return 'NOTHING';
    }
    if (bits.length < (layout ? layout.bits : LONG_RANGE.bits)) return 'BAD_SYNTAX';
    const result = layout ? readFix(bits, layout, fix) : readLongRange(bits, fix);
    if (result === 'BAD') return 'BAD_SYNTAX';
    const at = seconds ?? secondBefore(received, fix.second);
    if (type === 19 && bits.length >= STATIC_B.bits) describe(mmsi, at, readStaticB(bits));
    if (result === 'NONE') return 'NOTHING';
    const vessel = vesselOf(mmsi);
    positions.push({
      subject: vessel.subject,
      at: clock.write(at),
      latitude: fix.latitude,
      longitude: fix.longitude,
      speedKnots: fix.speedKnots,
      courseDegrees: fix.courseDegrees,
      headingDegrees: fix.headingDegrees,
      navigationStatus: fix.navigationStatus,
      vesselImo: vessel.vesselImo,
      vesselName: vessel.vesselName,
      callSign: vessel.callSign,
      destination: vessel.destination,
    });
    return 'POSITION';
  };

  const settle = (outcome: Outcome, sentences: number, start: number, end: number): void => {
    if (outcome === 'POSITION') tally.withPositions();
    else if (outcome !== 'NOTHING') {
      tally.withIssuesOnly(sentences);
      report(outcome, outcome === 'BAD_IDENTIFIER' ? 'WARNING' : 'ERROR', line, start, end);
    }
  };

  const tagOf = (read: Sentence): TagBlock | null => {
    if (read.tagStart < 0) return null;
    const tag = readTagBlock(bytes, read.tagStart, read.tagEnd);
    if (!tag) report('BAD_CHECKSUM', 'WARNING', line, read.start, read.end);
    return tag;
  };

  const takePart = (read: Sentence, tag: TagBlock | null, seconds: number | null): void => {
    if (tag?.group && tag.source) groupSources.set(tag.group, tag.source);
    const source = tag?.source ?? (tag?.group && groupSources.get(tag.group)) ?? '';
    const talker = String.fromCharCode(bytes[read.body + 1] ?? 0, bytes[read.body + 2] ?? 0);
    const key = `${talker} ${read.sequence} ${read.channel} ${read.count} ${source}`;
    const { start, end, payloadStart, payloadEnd } = read;
    const part: Part = { start, end, line, payloadStart, payloadEnd };
    const whole = fragments.add(key, read.count, read.number, part, seconds, read.fillBits);
    if (!whole) return;
    joinPayload(bytes, whole, bits);
    settle(take(whole.seconds), read.count, whole.parts[0]?.start ?? start, end);
    bits.bytes = bytes;
  };

  const takeSentence = (read: Sentence): void => {
    units += 1;
    if (read.kind === 'NONE') return reject('BAD_SYNTAX', read.start, read.end);
    if (read.kind === 'AIS') hasAis = true;
    if (read.checksum === 'BAD') return reject('BAD_CHECKSUM', read.start, read.end);
    if (read.kind === 'OTHER') return others.add(bytes, read, line);
    if (read.checksum === 'MISSING') {
      return reject(read.end === bytes.length ? 'TRUNCATED' : 'BAD_CHECKSUM', read.start, read.end);
    }
    const isWhole = read.count === 1 && read.number === 1;
    const isPart = read.count > 1 && read.number >= 1 && read.number <= read.count;
    // Some receivers report a slot in which they heard nothing legible as a sentence without payload.
    if (isWhole && read.payloadEnd === read.payloadStart) return;
    const isPayload =
      read.payloadEnd > read.payloadStart && isArmoured(bytes, read.payloadStart, read.payloadEnd);
    if (!isPayload || !(isWhole || isPart) || read.fillBits > 5)
      return reject('BAD_SYNTAX', read.start, read.end);
    const tag = tagOf(read);
    const lead = read.tagStart < 0 ? read.body : read.tagStart - 1;
    const seconds = tag?.seconds ?? (read.trailingSeconds || leadingSeconds(bytes, read.start, lead));
    if (isPart) return takePart(read, tag, seconds);
    bits.start = read.payloadStart;
    bits.length = (read.payloadEnd - read.payloadStart) * 6 - read.fillBits;
    settle(take(seconds), 1, read.start, read.end);
  };

  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  // A feed that ends its lines with CR alone has no LF anywhere.
  const lineEnd = bytes.includes(0x0a) ? 0x0a : 0x0d;
  while (at < bytes.length) {
    const found = bytes.indexOf(lineEnd, at);
    const end = found < 0 ? bytes.length : found;
    line += 1;
    let last = end;
    while (last > at && isBlank(bytes[last - 1])) last -= 1;
    while (at < last && isBlank(bytes[at])) at += 1;
    if (last - at > MAX_LINE) {
      units += 1;
      reject('BAD_SYNTAX', at, last);
    } else {
      while (at < last) {
        readSentence(bytes, at, last, sentence);
        takeSentence(sentence);
        at = sentence.end;
      }
    }
    at = end + 1;
  }
  fragments.flush();
  if (!hasAis) {
    tally.withIssuesOnly(others.count);
    for (const { address, line: first, start, end } of others.kinds)
      findings.addOnce('MESSAGE_NOT_MAPPED', 'ERROR', `line ${first}`, address, { start, end });
  }
  if (units === 0) report('EMPTY_MESSAGE', 'ERROR', 1, 0, bytes.length);

  tally.withoutContent(units - tally.counts.units);
  return interpretation({ positions, statics }, findings, tally);
}

/**
 * Station identities that move (ITU-R M.585): ships 2–7, handhelds 8, search aircraft 111, distress beacons 970–974,
 * craft of a mother ship 98. Coast stations, groups and aids to navigation send other types; 0 and 1193046 are what an
 * unconfigured transponder sends.
 */
function isMobile(mmsi: number): boolean {
  if (mmsi >= 200_000_000 && mmsi < 900_000_000) return true;
  if (mmsi >= 980_000_000 && mmsi < 990_000_000) return true;
  const first3 = Math.floor(mmsi / 1e6);
  return first3 === 111 || (first3 >= 970 && first3 <= 974);
}

function imoOf(digits: string): string | null {
  const imo = parseImo(digits);
  return imo.ok ? imo.value : null;
}

function joinPayload(bytes: Uint8Array, whole: Pending, into: SixBits): void {
  let length = 0;
  for (const part of whole.parts) if (part) length += part.payloadEnd - part.payloadStart;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of whole.parts) {
    if (!part) continue;
    joined.set(bytes.subarray(part.payloadStart, part.payloadEnd), at);
    at += part.payloadEnd - part.payloadStart;
  }
  into.bytes = joined;
  into.start = 0;
  into.length = length * 6 - whole.fillBits;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0d || byte === 0x09 || byte === 0;
}
