/**
 * Rows as one text, for statements that get very many: encoding each value as a parameter of its own cost the client
 * more than everything else together, and the server takes a text apart in next to no time (measured). Rows are split
 * at U+001E, values at U+001F, lists in a value at U+001D; what others wrote is made plain before (`domain/plain-text.ts`).
 */
export const ROW_END = '\u001e';
export const VALUE_END = '\u001f';
export const ITEM_END = '\u001d';
