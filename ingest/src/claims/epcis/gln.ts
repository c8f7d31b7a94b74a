import { gs1CheckDigit } from 'graph-schema/codes/check-digits';

/**
 * Global Location Number, thirteen digits, of a place or a party; null for another URI:
 *
 *     urn:epc:id:sgln:<company>.<location>.<extension>    urn:epc:id:pgln:<company>.<party>      the two make 12 digits
 *     https://any.host/414/<13 digits>[/254/<extension>]  https://any.host/417/<13 digits>
 */
export function glnOf(uri: string): string | null {
  if (uri.length > 256) return null;
  const [, company, rest] = URN.exec(uri) ?? [];
  if (company !== undefined && rest !== undefined) {
    const first = company + rest;
    return first.length === 12 ? `${first}${gs1CheckDigit(first)}` : null;
  }
  return LINK.exec(uri)?.[1] ?? (/^\d{13}$/.test(uri) ? uri : null);
}

const URN = /^urn:epc:id:[sp]gln:(\d{6,12})\.(\d{0,6})(?:\.|$)/i;
const LINK = /^https?:\/\/[^?#]*\/(?:414|417|gln|pgln)\/(\d{13})(?:[/?#]|$)/i;
