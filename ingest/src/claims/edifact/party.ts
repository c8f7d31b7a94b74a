import { findOceanCarrier, findOceanCarrierBySmdg } from 'graph-schema/codes/ocean-carriers';
import { parseUscc } from 'graph-schema/codes/uscc';
import { party } from 'graph-schema/domain/claim';
import type { PartyRef, PartyRole } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { ClaimContext, Where } from '../claim-context.ts';

/**
 * NAD and the party that it names. Addresses are left out: nothing here needs them.
 *
 *   NAD + 3035 + 3039:1131:3055 + 3124:3124… + 3036:3036…:3045 + street + 3164 + 3229 + 3251 + 3207
 *         role   code             lines        name
 */
const ROLES = loadCodeList('edifact/party-3035');
const AGENCIES = loadCodeList('edifact/party-agency-3055');

/** Names longer than this are addresses. */
const LONGEST_NAME = 140;

/** The parties of the cargo that these segments name, each once. */
export function readParties(
  segments: readonly EdifactSegment[],
  where: Where,
  context: ClaimContext,
): PartyRef[] {
  const parties = new Map<string, PartyRef>();
  for (const segment of segments) {
    const read = segment.tag === 'NAD' ? readParty(segment, where, context) : null;
    if (read) parties.set(`${read.role} ${read.id?.code ?? ''} ${read.name ?? ''}`, read);
  }
  return [...parties.values()];
}

/** Null: it names nobody, or somebody who has to do with the message only. */
export function readParty(
  segment: EdifactSegment,
  where: Where,
  { findings }: ClaimContext,
): PartyRef | null {
  const code = segment.read(0)?.toUpperCase() ?? '';
  const row = ROLES.find(code);
  if (!row) findings.unmapped(ROLES, code, where.at, segment, 'INFO');
  if (row && row.canonical === null) return null;
  const name = nameOf(segment);
  const id = partyId(segment.read(1, 0), segment.read(1, 2));
  if (name === null && id === null) return null;
  return party((row?.canonical ?? 'OTHER') as PartyRole, { name, id });
}

/** The carrier that a TDT names (3127:1131:3055:3128). */
export function carrierOf(tdt: EdifactSegment): PartyRef | null {
  const id = partyId(tdt.read(4, 0), tdt.read(4, 2));
  const name = tdt.read(4, 3);
  return id === null && name === null ? null : party('CARRIER', { id, name });
}

/** SCAC of the ocean carrier that an element names, by SCAC or SMDG code; another SCAC as it stands. Null: not told. */
export function carrierIn(segment: EdifactSegment, element: number): string | null {
  const id = partyId(segment.read(element, 0), segment.read(element, 2));
  if (id?.scheme === 'SMDG') return findOceanCarrierBySmdg(id.code)?.scac ?? null;
  return id?.scheme === 'SCAC' ? (findOceanCarrier(id.code)?.scac ?? id.code.toUpperCase()) : null;
}

/** 1131: 172 carriers. 3055: BIC, SCAC and SMDG, who keep lists of them. */
export function isOfCarrierList(segment: EdifactSegment, element: number): boolean {
  const agency = AGENCIES.find(segment.read(element, 2) ?? '')?.canonical ?? '';
  return segment.read(element, 1) === '172' || CARRIER_LISTS.has(agency);
}

const CARRIER_LISTS: ReadonlySet<string> = new Set(['BIC', 'SCAC', 'SMDG']);

/**
 * A Chinese credit code and the SCAC or SMDG code of a known carrier are told by what they are, because senders put any
 * agency behind them (`COSU:160:20`, `MSK:172:20`).
 */
function partyId(code: string | null, agency: string | null): PartyRef['id'] {
  if (code === null) return null;
  const uscc = parseUscc(code);
  if (uscc.ok) return { scheme: 'USCC', code: uscc.value };
  const upper = code.toUpperCase();
  if (/^[A-Z]{4}$/.test(upper) && findOceanCarrier(upper)) return { scheme: 'SCAC', code: upper };
  if (findOceanCarrierBySmdg(upper)) return { scheme: 'SMDG', code: upper };
  return { scheme: AGENCIES.find(agency ?? '')?.canonical ?? 'LOCAL', code };
}

/** The name (3036), which may run over several components; else the first line of the unstructured address (3124). */
function nameOf(segment: EdifactSegment): string | null {
  const parts: string[] = [];
  for (let component = 0; component < 5; component += 1) {
    const part = segment.read(3, component);
    if (part === null) break;
    parts.push(part);
  }
  const name = parts.length > 0 ? joinedName(parts) : segment.read(2, 0);
  return name === null ? null : name.slice(0, LONGEST_NAME);
}

/** Lines of full length go on in the next; where the first is short, what follows is street and town. */
function joinedName(parts: readonly string[]): string {
  const [first = '', second] = parts;
  return second !== undefined && first.length >= 35 ? `${first} ${second}` : first;
}
