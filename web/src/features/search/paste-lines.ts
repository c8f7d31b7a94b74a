/** A box of one line drops line breaks, and numbers run into each other: a column comes in with commas between instead. */
export function pasteLines(
  {
    value,
    selectionStart,
    selectionEnd,
  }: Pick<HTMLInputElement, 'value' | 'selectionStart' | 'selectionEnd'>,
  pasted: string,
): string | null {
  if (!/[\r\n\t]/.test(pasted.trim())) return null;
  const line = pasted.trim().replace(/[\r\n\t]+/g, ', ');
  const from = selectionStart ?? value.length;
  return value.slice(0, from) + line + value.slice(selectionEnd ?? from);
}
