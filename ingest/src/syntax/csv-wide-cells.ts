/**
 * Cells of a record that was cut at `|` in a double-byte set, put together again where the cut went through a character:
 * GBK, GB 18030 and Big5 have 0x7C as a second byte (東 is 0x96 0x7C in GBK). Cells are Latin-1, one character per byte.
 */
export function wholeCells(cells: readonly string[]): readonly string[] {
  if (!cells.some(endsInLead)) return cells;
  const whole: string[] = [];
  for (const cell of cells) {
    const before = whole.at(-1);
    if (before !== undefined && endsInLead(before)) whole[whole.length - 1] = `${before}|${cell}`;
    else whole.push(cell);
  }
  return whole;
}

/** True when the last byte begins a character: each one from 0x81 on takes the byte after it along. */
function endsInLead(cell: string): boolean {
  if (cell.charCodeAt(cell.length - 1) < 0x81) return false;
  let at = 0;
  while (at < cell.length) at += cell.charCodeAt(at) >= 0x81 ? 2 : 1;
  return at > cell.length;
}
