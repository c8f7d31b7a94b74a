/** A sentence with an AIS payload; in front of it loggers write times, addresses, levels, cells of a table. */
const AIS = /![A-Z]{2}VD[MO],\d,\d,/;
/** Any sentence with its checksum at the start of a line, behind a tag block or a time at most. */
const OTHER =
  /^(?:\\[^\\\r\n]{1,200}\\|[\d\sTZ:.,;+-]{0,40})[$!](?:[A-Z][A-Z0-9]{2,7}|\d\d[A-Z]{3}),[^*\r\n]{0,200}\*[0-9A-Fa-f]{2}/m;
/** Objects, lists and elements may quote a sentence; `[2026-…]` and `<134>` are how lines of a log begin. */
const MARKUP = /^(?:\{|\[\s*(?:[{["\]]|$)|<[A-Za-z?!])/;

/** True when the first bytes of a message hold sentences of NMEA 0183, whatever stands around them. */
export function holdsSentences(head: string): boolean {
  return !MARKUP.test(head) && (AIS.test(head) || OTHER.test(head));
}
