import { party } from 'graph-schema/domain/claim';
import type { PartyRef, PartyRole } from 'graph-schema/domain/tracking-event';
import type { Segment } from '../../syntax/cargo-imp/segments.ts';
import { partyRole, readTraderId } from './trader-id.ts';
import type { TelexScope } from './telex-scope.ts';

/** Seven digits that IATA gives an accredited agent, with or without the check digit. */
const IATA_AGENT = /^\d{7,8}$/;

/**
 * Parties of a waybill or a house, with the identifiers that OCI lines give them for customs:
 *
 *     SHP/<account>            up to version 16; in a house line the name stands here
 *     /<name>  /<street>  /<place>[/<state>]  /<country>/<postcode>[/TE/<telephone>]
 *     NAM/<name>               from version 17, and ADR, LOC
 *     AGT/<account>/<IATA code>[/<CASS>]
 *     OCI/<country>/<SHP|CNE|NFY|AGT|ISS>/T/USCI+<code>
 *
 * Contact persons and telephones of OCI lines (KC, U, CT) are nobody's business here.
 */
export function readParties(
  segments: readonly Segment[],
  nameStands: 'IN_FIRST_ROW' | 'BELOW',
  scope: TelexScope,
): PartyRef[] {
  const ids = customsIds(segments, scope);
  const parties: PartyRef[] = [];
  segments.forEach(({ code, rows }, index) => {
    const role = partyRole(code);
    if (!role) return;
    const named = segments[index + 1];
    const inFirst = nameStands === 'IN_FIRST_ROW' || (code === 'NFY' && rows[0]?.fields[0] !== '');
    const own = inFirst && rows[0]?.fields[0] !== '' ? rows[0] : rows[1];
    const name = (named?.code === 'NAM' ? named.rows[0] : own)?.fields.find((field) => field !== '') ?? null;
    const iata = rows[0]?.fields.find((field) => IATA_AGENT.test(field));
    const agent = code === 'AGT' && iata ? { scheme: 'IATA_AGENT', code: iata } : null;
    const id = ids.get(role) ?? agent;
    if (name || id) parties.push(party(role, { name, id }));
    ids.delete(role);
  });
  for (const [role, id] of ids) parties.push(party(role, { id }));
  return parties;
}

function customsIds(
  segments: readonly Segment[],
  scope: TelexScope,
): Map<PartyRole, NonNullable<PartyRef['id']>> {
  const ids = new Map<PartyRole, NonNullable<PartyRef['id']>>();
  for (const { code, rows } of segments) {
    if (code !== 'OCI') continue;
    for (const row of rows) {
      const [, who = '', what = '', ...text] = row.fields;
      const role = partyRole(who);
      // An element that is left out means the same as on the line before; only identifiers of traders are read.
      if (!role || what !== 'T' || ids.has(role)) continue;
      const id = readTraderId(
        text.join('/'),
        { at: `line ${row.line.number}`, span: row.line },
        scope.findings,
      );
      if (id) ids.set(role, id);
    }
  }
  return ids;
}
