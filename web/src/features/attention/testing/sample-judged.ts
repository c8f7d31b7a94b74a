import type { Exception, Proof, Readiness } from '../../journey/shipment.graphql.ts';
import { samplePlace } from '../../journey/testing/sample-milestone.ts';

export function sampleException(kind: Exception['kind'], given: Partial<Exception> = {}): Exception {
  return {
    id: kind,
    kind,
    of: null,
    severity: 'WARNING',
    openedAt: '2026-11-21T03:41:00Z',
    closedAt: null,
    actor: 'CARRIER',
    containers: [],
    place: samplePlace(),
    document: null,
    figures: {
      since: null,
      limitHours: null,
      until: null,
      delayHours: null,
      fromRun: null,
      toRun: null,
      sealsBefore: null,
      sealsAfter: null,
      planned: null,
      offNm: null,
      tariff: null,
      isConfirmed: null,
      odds: null,
      oddsBasis: null,
      arrives: null,
      departs: null,
      inboundRun: null,
      onwardRun: null,
      inboundName: null,
      onwardName: null,
      step: null,
      says: null,
      papers: null,
      measured: null,
      min: null,
      max: null,
      source: null,
    },
    evidence: [],
    ...given,
  };
}

export function sampleProof(kind: Proof['kind'], given: Partial<Proof> = {}): Proof {
  return { kind, state: 'MET', actor: null, since: null, document: null, evidence: [], ...given };
}

/** A box that lies at Ningbo, on its way in. */
export function sampleReadiness(given: Partial<Readiness> = {}): Readiness {
  return {
    container: null,
    place: samplePlace(),
    regime: 'IMPORT',
    presence: 'THERE',
    verdict: 'READY',
    blocking: null,
    proof: { parts: [] },
    ...given,
  };
}
