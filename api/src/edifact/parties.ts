import type { PartyRef, PartyRole } from 'graph-schema/domain/tracking-event';
import type { Fit } from './charset.ts';
import { segment, type Segment } from './segment.ts';
import { codeFor, textFor } from './told.ts';

/** 3035. */
const ROLES: Readonly<Record<PartyRole, string>> = {
  CONSIGNOR: 'CZ', CONSIGNEE: 'CN', NOTIFY: 'N1', BUYER: 'BY', SELLER: 'SE', CARRIER: 'CA', FORWARDER: 'FW', DECLARANT: 'DT',
  AGENT: 'AG', TERMINAL: 'TR', WAREHOUSE: 'WH', AUTHORITY: 'CM', OTHER: 'ZZZ',
}; // prettier-ignore
/** 3055 of the code, whose list it is from. */
const AGENCIES: Readonly<Record<string, string>> = { GLN: '9', IATA_AGENT: '3', DUNS: '16', BIC: '20', SCAC: '182', SMDG: '306' }; // prettier-ignore
const MOST = 9;
const LINE = 35;

/** NAD + 3035 + 3039:1131:3055 + + 3036:3036; the name in lines of 35 characters, two at most. */
export function parties(all: readonly PartyRef[], fit: Fit): Segment[] {
  const told = all.flatMap(({ role, name, id }) => {
    const code = id && codeFor(id.code, LINE, fit);
    const text = textFor(name, 2 * LINE, fit);
    if (code === null && text === null) return [];
    const coded = code === null || !id ? null : [code, null, AGENCIES[id.scheme] ?? 'ZZZ'];
    const lines = text === null ? null : [text.slice(0, LINE), text.slice(LINE) || null];
    return [segment('NAD', ROLES[role], coded, null, lines)];
  });
  return told.slice(0, MOST);
}
