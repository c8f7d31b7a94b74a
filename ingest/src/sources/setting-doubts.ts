import { EVENT_CODES } from 'graph-schema/domain/event-code';
import type { SettingDoubt, SourceProfile } from 'graph-schema/domain/source';
import { FORMATS } from '../formats/index.ts';

const FORMAT_IDS: ReadonlySet<string> = new Set(FORMATS.map((format) => format.id));
const CODES: readonly string[] = EVENT_CODES;
const KINDS: ReadonlySet<string> = new Set([...CODES, 'LOGISTICS', 'DOCUMENT', 'SENSOR', 'POSITION']);

/** What a profile has misspelt. It counts all the same: others must not be shut out by it. */
export function doubtsOf(
  profile: SourceProfile,
  written: object,
  known: ReadonlySet<string>,
): SettingDoubt[] {
  const { defaultZone, defaultCharset, formats, maySpeakOf, trust } = profile;
  const doubts: SettingDoubt[] = Object.keys(written)
    .filter((name) => !known.has(name))
    .map((field) => ({ code: 'UNKNOWN_FIELD', field, value: null }));
  const isZone =
    /^[+-]\d\d:\d\d$/.test(defaultZone) ||
    works(() => new Intl.DateTimeFormat('en', { timeZone: defaultZone }));
  if (!isZone) doubts.push({ code: 'UNKNOWN_ZONE', field: 'defaultZone', value: defaultZone });
  if (!works(() => new TextDecoder(defaultCharset)))
    doubts.push({ code: 'UNKNOWN_CHARSET', field: 'defaultCharset', value: defaultCharset });
  for (const value of formats ?? [])
    if (!FORMAT_IDS.has(value)) doubts.push({ code: 'UNKNOWN_FORMAT', field: 'formats', value });
  for (const value of maySpeakOf?.kinds ?? [])
    if (!isKind(value)) doubts.push({ code: 'UNKNOWN_KIND', field: 'maySpeakOf.kinds', value });
  for (const value of Object.keys(trust))
    if (!isKind(value)) doubts.push({ code: 'UNKNOWN_KIND', field: 'trust', value });
  return doubts;
}

function isKind(value: string): boolean {
  if (!value.endsWith('*')) return KINDS.has(value);
  return CODES.some((code) => code.startsWith(value.slice(0, -1)));
}

function works(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}
