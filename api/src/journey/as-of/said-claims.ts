import type { listKnownClaims, SaidRow } from 'graph-schema/cypher/read/known-claims';
import type { Attestation, SaidClaim } from 'graph-schema/domain/known/standing-at';
import { readClaim } from 'graph-schema/identity/claim-text';
import { voiceOf } from 'graph-schema/facts/facts-from-rows';

type Row = NonNullable<(typeof listKnownClaims)['row']>;

export function saidClaim({ id, claim, said }: Pick<Row, 'id' | 'claim' | 'said'>): SaidClaim {
  return { id, event: readClaim(claim), said: said.map(attestationOf) };
}

function attestationOf([voice, thread, version, replaces, knownAt, until]: SaidRow): Attestation {
  return { voice: voiceOf(voice), thread, version, replaces: replaces ?? false, knownAt, until };
}
