import type { PartyRef } from '../tracking-event.ts';
import { facet, folded, type Facet } from './facet.ts';

type FoundParty = 'CONSIGNOR' | 'CONSIGNEE' | 'DECLARANT';
const FOUND: ReadonlySet<string> = new Set<FoundParty>(['CONSIGNOR', 'CONSIGNEE', 'DECLARANT']);

/** Of a longer name the later words are not looked for. */
const BEGINNINGS = 12;

/**
 * Terms of a party: its identifier, with and without its scheme, and its name from each word on, so that whoever looks for what
 * begins with `HAITONG` or 海通 finds Ningbo Haitong 宁波海通 as well. In Chinese each character may begin a word.
 */
export function partyFacets({ role, name, id }: PartyRef): Facet[] {
  if (!isFound(role)) return [];
  const terms: Facet[] = [];
  if (id) terms.push(facet(role, 'ID', id.code), facet(role, 'ID', id.scheme, id.code));
  if (name) terms.push(...beginnings(folded(name)).map((from): Facet => `${role}:NAME/${from}`));
  return terms;
}

function isFound(role: PartyRef['role']): role is FoundParty {
  return FOUND.has(role);
}

function beginnings(name: string): string[] {
  const starts = [...name.matchAll(/(?<=^| )\S|\p{Script=Han}/gu)].map(({ index }) => index);
  return starts.slice(0, BEGINNINGS).map((at) => name.slice(at));
}
