import type { ByteScanner } from '../byte-scanner.ts';
import { reassembly, type Pending } from './fragments.ts';
import { leadingSeconds } from './lead.ts';
import { SentenceCursor } from './sentence-cursor.ts';
import { isArmoured, type SixBits } from './six-bit.ts';
import { readTagBlock, type TagBlock } from './tag-block.ts';

/**
 *     PAYLOAD  a message of one sentence, or the last sentence of several: `bits` is the whole of it
 *     PART     a sentence whose message waits for others
 *     EMPTY    a slot in which a receiver heard nothing legible
 *     OTHER    a sentence without AIS
 *     FAULT    a sentence, or a line without one, of which nothing can be read
 *     LOST     a part taken before, whose others did not come
 *     DOUBTFUL a tag block that cannot be trusted; what its sentence gives comes as well
 */
export type UnitKind = 'PAYLOAD' | 'PART' | 'EMPTY' | 'OTHER' | 'FAULT' | 'LOST' | 'DOUBTFUL';

/** Reused from unit to unit: copy what must outlive the next one. */
export interface PayloadUnit {
  kind: UnitKind;
  /** What is wrong, of FAULT and DOUBTFUL. */
  fault: 'BAD_SYNTAX' | 'BAD_CHECKSUM' | 'TRUNCATED';
  /** Line, and bytes `[start, end)` of all; of a message of several sentences from the first part to the last. */
  line: number;
  start: number;
  end: number;
  /** Where the `!` or `$` of the sentence stands. */
  body: number;
  /** The message, and the number of sentences that it came in. */
  readonly bits: SixBits;
  sentences: number;
  /** When a station says that it heard it, epoch seconds; null where none does. */
  seconds: number | null;
}

/**
 * Cuts a stream of NMEA 0183 into AIS messages, chunk by chunk: lines into sentences, tag blocks and loggers' times into
 * seconds, sentences of several receivers into messages. It keeps the line that has begun and the parts that wait for
 * others; both have limits.
 */
export class PayloadScanner implements ByteScanner<PayloadUnit> {
  readonly cursor = new SentenceCursor();
  /** Some sentence was AIS, whole or not. */
  hasAis = false;
  readonly #unit: PayloadUnit = {
    kind: 'EMPTY',
    fault: 'BAD_SYNTAX',
    line: 0,
    start: 0,
    end: 0,
    body: 0,
    bits: { bytes: new Uint8Array(), start: 0, length: 0 },
    sentences: 1,
    seconds: null,
  };
  readonly #lost: Pending[] = [];
  readonly #fragments = reassembly((pending) => this.#lost.push(pending));
  /** Sources of groups, by the id of the group: only the first sentence of a group names it. */
  readonly #groupSources = new Map<string, string>();

  push(chunk: Uint8Array): Generator<PayloadUnit> {
    this.cursor.feed(chunk);
    return this.#drain();
  }

  *end(): Generator<PayloadUnit> {
    this.cursor.finish();
    yield* this.#drain();
    this.#fragments.flush();
    yield* this.#giveUp();
  }

  /** Offset up to which every line has ended and, from an offset on, no sentence waits for others. */
  settledSince(from: number): number {
    return Math.min(this.#fragments.oldest(from) ?? Number.POSITIVE_INFINITY, this.cursor.linesEnd);
  }

  *#drain(): Generator<PayloadUnit> {
    const { cursor } = this;
    const unit = this.#unit;
    while (cursor.next()) {
      const { sentence, base } = cursor;
      unit.line = cursor.line;
      unit.start = base + sentence.start;
      unit.end = base + sentence.end;
      unit.body = base + sentence.body;
      unit.sentences = 1;
      const isReadable = this.#isReadable();
      const tag = isReadable ? this.#tag() : null;
      if (tag === 'BAD') {
        unit.kind = 'DOUBTFUL';
        unit.fault = 'BAD_CHECKSUM';
        yield unit;
      }
      if (isReadable) this.#take(tag === 'BAD' ? null : tag);
      if (this.#lost.length > 0) {
        const { kind, line, start, end } = unit;
        yield* this.#giveUp();
        Object.assign(unit, { kind, line, start, end });
      }
      yield unit;
    }
  }

  /** Sets what the sentence is when nothing more is to be read of it; true for one with a payload. */
  #isReadable(): boolean {
    const { bytes, sentence, isTooLong, isCut } = this.cursor;
    const { kind, checksum, count, number, payloadStart, payloadEnd } = sentence;
    if (kind === 'AIS') this.hasAis = true;
    if (kind === 'NONE' || isTooLong) return this.#isFault('BAD_SYNTAX');
    if (checksum === 'BAD') return this.#isFault('BAD_CHECKSUM');
    if (checksum === 'MISSING' && isCut) return this.#isFault('TRUNCATED');
    if (kind === 'OTHER') return this.#is('OTHER');
    if (checksum === 'MISSING') return this.#isFault('BAD_CHECKSUM');
    const isWhole = count === 1 && number === 1;
    const isPart = count > 1 && number >= 1 && number <= count;
    if (isWhole && payloadEnd === payloadStart) return this.#is('EMPTY');
    const isPayload = payloadEnd > payloadStart && isArmoured(bytes, payloadStart, payloadEnd);
    if (!isPayload || !(isWhole || isPart) || sentence.fillBits > 5) return this.#isFault('BAD_SYNTAX');
    return true;
  }

  #is(kind: UnitKind): false {
    this.#unit.kind = kind;
    return false;
  }

  #isFault(fault: PayloadUnit['fault']): false {
    this.#unit.fault = fault;
    return this.#is('FAULT');
  }

  #tag(): TagBlock | 'BAD' | null {
    const { bytes, sentence } = this.cursor;
    if (sentence.tagStart < 0) return null;
    return readTagBlock(bytes, sentence.tagStart, sentence.tagEnd) ?? 'BAD';
  }

  /** The payload of the sentence, or of the message that it completes. */
  #take(tag: TagBlock | null): void {
    const { bytes, sentence } = this.cursor;
    const unit = this.#unit;
    const lead = sentence.tagStart < 0 ? sentence.body : sentence.tagStart - 1;
    const seconds = tag?.seconds ?? (sentence.trailingSeconds || leadingSeconds(bytes, sentence.start, lead));
    unit.kind = 'PAYLOAD';
    unit.seconds = seconds;
    const { payloadStart, payloadEnd, fillBits, count } = sentence;
    if (count > 1) return this.#takePart(tag, seconds);
    unit.bits.bytes = bytes;
    unit.bits.start = payloadStart;
    unit.bits.length = (payloadEnd - payloadStart) * 6 - fillBits;
  }

  #takePart(tag: TagBlock | null, seconds: number | null): void {
    const { bytes, sentence } = this.cursor;
    const unit = this.#unit;
    const { body, sequence, channel, count, number, payloadStart, payloadEnd, fillBits } = sentence;
    if (tag?.group && tag.source) this.#rememberSource(tag.group, tag.source);
    const source = tag?.source ?? (tag?.group && this.#groupSources.get(tag.group)) ?? '';
    const talker = String.fromCharCode(bytes[body + 1] ?? 0, bytes[body + 2] ?? 0);
    const key = `${talker} ${sequence} ${channel} ${count} ${source}`;
    const payload = bytes.slice(payloadStart, payloadEnd);
    const part = { start: unit.start, end: unit.end, line: unit.line, payload };
    const whole = this.#fragments.add(key, count, number, part, seconds, fillBits);
    if (!whole) {
      unit.kind = 'PART';
      return;
    }
    unit.seconds = whole.seconds;
    unit.sentences = count;
    unit.start = whole.parts[0]?.start ?? unit.start;
    join(whole, unit.bits);
  }

  #rememberSource(group: string, source: string): void {
    this.#groupSources.delete(group);
    this.#groupSources.set(group, source);
    const oldest = this.#groupSources.size > MOST_GROUPS ? this.#groupSources.keys().next().value : undefined;
    if (oldest !== undefined) this.#groupSources.delete(oldest);
  }

  *#giveUp(): Generator<PayloadUnit> {
    const unit = this.#unit;
    for (const { parts } of this.#lost.splice(0))
      for (const part of parts) {
        if (!part) continue;
        unit.kind = 'LOST';
        unit.fault = 'TRUNCATED';
        unit.line = part.line;
        unit.start = part.start;
        unit.end = part.end;
        yield unit;
      }
  }
}

/** Groups that may be under way at once: a group is over within seconds. */
const MOST_GROUPS = 1000;

function join(whole: Pending, into: SixBits): void {
  let length = 0;
  for (const part of whole.parts) length += part?.payload.length ?? 0;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of whole.parts) {
    if (!part) continue;
    joined.set(part.payload, at);
    at += part.payload.length;
  }
  into.bytes = joined;
  into.start = 0;
  into.length = length * 6 - whole.fillBits;
}
