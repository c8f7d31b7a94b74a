/** Writes AIS sentences bit by bit, for tests and sample data: slow, plain, and independent of the reader. */
export type Field = readonly [value: number | string, width: number];

/** `!AIVDM` sentences of one message: as many as the payload needs at 56 characters each. */
export function writeSentences(
  fields: readonly Field[],
  given: {
    readonly head?: string;
    readonly channel?: string;
    readonly sequence?: number;
    readonly perSentence?: number;
  } = {},
): string[] {
  const bits = fields
    .map(([value, width]) => (typeof value === 'string' ? textBits(value, width) : numberBits(value, width)))
    .join('');
  const fill = (6 - (bits.length % 6)) % 6;
  const payload = (bits + '0'.repeat(fill)).replace(/.{6}/g, (six) => armour(Number.parseInt(six, 2)));
  const parts = payload.match(new RegExp(`.{1,${given.perSentence ?? 56}}`, 'g')) ?? [''];
  const sequence = parts.length > 1 ? String(given.sequence ?? 1) : '';
  return parts.map((part, i) => {
    const last = i === parts.length - 1;
    return sealed(
      `${given.head ?? 'AIVDM'},${parts.length},${i + 1},${sequence},${given.channel ?? 'A'},${part},${last ? fill : 0}`,
    );
  });
}

/** `!` + text + `*` + checksum. */
export function sealed(text: string): string {
  return `!${text}*${xorOf(text)}`;
}

/** Puts a tag block before a sentence. */
export function tagged(tag: string, sentence: string): string {
  return `\\${tag}*${xorOf(tag)}\\${sentence}`;
}

/** Class A position report (type 1) of a ship; units of the message already applied. */
export function positionFields(
  mmsi: number,
  latitude: number,
  longitude: number,
  given: {
    speed?: number;
    course?: number;
    heading?: number;
    status?: number;
    second?: number;
    type?: number;
  } = {},
): Field[] {
  return [
    [given.type ?? 1, 6], [0, 2], [mmsi, 30], [given.status ?? 0, 4], [128, 8], [given.speed ?? 1023, 10], [1, 1],
    [Math.round(longitude * 600_000), 28], [Math.round(latitude * 600_000), 27], [given.course ?? 3600, 12],
    [given.heading ?? 511, 9], [given.second ?? 60, 6], [0, 2], [0, 3], [0, 1], [0, 19],
  ]; // prettier-ignore
}

function xorOf(text: string): string {
  let xor = 0;
  for (const char of text) xor ^= char.charCodeAt(0);
  return xor.toString(16).toUpperCase().padStart(2, '0');
}

function armour(six: number): string {
  return String.fromCharCode(six < 40 ? six + 48 : six + 56);
}

function numberBits(value: number, width: number): string {
  return (value < 0 ? value + 2 ** width : value).toString(2).padStart(width, '0');
}

function textBits(text: string, width: number): string {
  return [...text.padEnd(width / 6, '@')].map((char) => numberBits(char.charCodeAt(0) % 64, 6)).join('');
}
