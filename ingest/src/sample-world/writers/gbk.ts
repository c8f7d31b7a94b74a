/**
 * GBK bytes of a text, for the senders that still write it. The platform only decodes GBK, so the table is the
 * decoder read backwards: lead bytes 81–FE, trail bytes 40–FE without 7F.
 */
let table: ReadonlyMap<string, readonly [number, number]> | null = null;

function encodingTable(): ReadonlyMap<string, readonly [number, number]> {
  if (table) return table;
  const decoder = new TextDecoder('gbk');
  const built = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if (character.length === 1 && character !== '�' && !built.has(character)) {
        built.set(character, [lead, trail]);
      }
    }
  }
  table = built;
  return built;
}

/** Throws on a character that GBK does not have: the scripts are ours, so that is a mistake in them. */
export function gbkBytes(content: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of content) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    const pair = encodingTable().get(character);
    if (!pair) throw new Error(`not in GBK: ${character}`);
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}
