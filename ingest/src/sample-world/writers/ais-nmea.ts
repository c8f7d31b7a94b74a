import type { Moment } from '../moment.ts';
import type { VesselState } from '../world/sailings.ts';
import { text, type Written } from './written.ts';

/**
 * AIS sentences (ITU-R M.1371-5 messages 1 and 5 inside IEC 61162-1 `!AIVDM`), each behind a tag block:
 *
 *   \s:<station>,c:<unix seconds>*hh\!AIVDM,<fragments>,<number>,<sequence>,<channel>,<payload>,<fill bits>*hh
 */

/** Checksum of a sentence or tag block: exclusive or of all characters between the marks, two hex digits. */
export function xorChecksum(content: string): string {
  let sum = 0;
  for (let index = 0; index < content.length; index++) sum ^= content.charCodeAt(index);
  return sum.toString(16).toUpperCase().padStart(2, '0');
}

/** An unsigned or two's complement number as `width` bits. */
function bits(value: number, width: number): string {
  const wrapped = value < 0 ? 2 ** width + value : value;
  return Math.round(wrapped).toString(2).padStart(width, '0').slice(-width);
}

/** Six-bit text, padded with `@`, which ends it. */
function textBits(content: string, characters: number): string {
  return Array.from(content.toUpperCase().padEnd(characters, '@').slice(0, characters), (character) =>
    bits(character.charCodeAt(0) % 64, 6),
  ).join('');
}

/** Payload armouring: six bits to one character, `0`–`W` and `` ` ``–`w`. */
function armoured(bitText: string): { payload: string; fill: number } {
  const fill = (6 - (bitText.length % 6)) % 6;
  const padded = bitText + '0'.repeat(fill);
  let payload = '';
  for (let at = 0; at < padded.length; at += 6) {
    const value = Number.parseInt(padded.slice(at, at + 6), 2);
    payload += String.fromCharCode(value < 40 ? value + 48 : value + 56);
  }
  return { payload, fill };
}

function positionBits(state: VesselState): string {
  const { vessel } = state;
  return [
    bits(1, 6), bits(0, 2), bits(Number(vessel.mmsi), 30), bits(state.navigationStatus, 4),
    bits(state.navigationStatus === 0 ? 0 : -128, 8), bits(state.speedKnots * 10, 10), bits(0, 1),
    bits(Math.round(state.longitude * 600_000), 28), bits(Math.round(state.latitude * 600_000), 27),
    bits(Math.round(state.courseDegrees * 10) % 3600, 12), bits(Math.round(state.courseDegrees) % 360, 9),
    bits(Math.floor(state.at / 1000) % 60, 6), bits(0, 2), bits(0, 3), bits(0, 1), bits(0, 19),
  ].join(''); // prettier-ignore
}

function staticBits(state: VesselState): string {
  const { vessel } = state;
  const eta = new Date(state.eta);
  return [
    bits(5, 6), bits(0, 2), bits(Number(vessel.mmsi), 30), bits(0, 2), bits(Number(vessel.imo), 30),
    textBits(vessel.callSign, 7), textBits(vessel.name, 20), bits(vessel.shipType, 8),
    bits(vessel.lengthMetres - 60, 9), bits(60, 9), bits(Math.floor(vessel.beamMetres / 2), 6),
    bits(Math.ceil(vessel.beamMetres / 2), 6), bits(1, 4), bits(eta.getUTCMonth() + 1, 4),
    bits(eta.getUTCDate(), 5), bits(eta.getUTCHours(), 5), bits(eta.getUTCMinutes(), 6),
    bits(vessel.draughtMetres * 10, 8), textBits(state.destination, 20), bits(0, 1), bits(0, 1),
  ].join(''); // prettier-ignore
}

/** Longest payload of one sentence: keeps the line within the 82 characters of IEC 61162-1. */
const PAYLOAD_MAX = 56;

function sentences(bitText: string, sequence: number, at: Moment, station: string): string[] {
  const { payload, fill } = armoured(bitText);
  const parts = payload.match(new RegExp(`.{1,${PAYLOAD_MAX}}`, 'g')) ?? [];
  return parts.map((part, index) => {
    const isLast = index === parts.length - 1;
    const identity = parts.length > 1 ? String(sequence) : '';
    const body = `AIVDM,${parts.length},${index + 1},${identity},A,${part},${isLast ? fill : 0}`;
    const tag = `s:${station},c:${Math.floor(at / 1000)}`;
    return `\\${tag}*${xorChecksum(tag)}\\!${body}*${xorChecksum(body)}`;
  });
}

/** One batch: for each vessel who it is (message 5), then where it is (message 1). */
export function aisLines(states: readonly VesselState[], station: string): string[] {
  return states.flatMap((state, index) => [
    ...sentences(staticBits(state), index % 10, state.at, station),
    ...sentences(positionBits(state), 0, state.at, station),
  ]);
}

export function aisBatch(states: readonly VesselState[], station: string): Written {
  return text(`${aisLines(states, station).join('\r\n')}\r\n`, 'text/plain');
}
