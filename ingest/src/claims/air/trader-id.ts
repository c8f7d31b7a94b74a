import { parseUscc } from 'graph-schema/codes/uscc';
import type { PartyRef, PartyRole } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { Findings } from '../../syntax/findings.ts';
import type { Where } from '../claim-context.ts';

const PARTIES = loadCodeList('cargo-imp/parties');
const PARTY_IDS = loadCodeList('cargo-imp/party-ids');

/** `SHP`, `CNE` …: what a party is to the cargo; null for a code that names no party. */
export function partyRole(code: string): PartyRole | null {
  return (PARTIES.find(code)?.canonical ?? null) as PartyRole | null;
}

/**
 * `USCI+91110000600037341L`: the identifier of a trader as customs notes give it, its kind in front. Null for what
 * identifies a person, and for a kind that nobody knows.
 */
export function readTraderId(text: string, { at, span }: Where, findings: Findings): PartyRef['id'] {
  const [, prefix, code] = /^([A-Z]{2,9})\+(.+)$/.exec(text) ?? [];
  if (!prefix || !code) return text === '' ? null : { scheme: 'LOCAL', code: text };
  const known = PARTY_IDS.find(prefix);
  if (!known) findings.unmapped(PARTY_IDS, prefix, at, span);
  if (!known?.canonical) return null;
  if (known.canonical === 'USCC') {
    const uscc = parseUscc(code);
    if (!uscc.ok) findings.add(uscc.problem, 'WARNING', at, code, span);
    return { scheme: 'USCC', code: uscc.value };
  }
  return { scheme: known.canonical, code: code.trim() };
}
