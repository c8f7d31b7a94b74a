import type { SaidEta } from 'graph-schema/domain/eta/predict-say';
import type { EtaTelling } from 'graph-schema/domain/eta/telling';
import type { Voice } from 'graph-schema/domain/journey/facts';
import type { ToldRun } from './eta-told.ts';

/** What the carrier and we told of a run, as the journey's ETA is given it. */
export function tellingsFor({ run, carrierTellings }: ToldRun, said: readonly SaidEta[]): EtaTelling[] {
  const kind = run.service.mode === 'RAIL' ? 'RAIL' : 'CARRIER';
  const all = [
    ...carrierTellings.map((one, index) => telling(run.id, kind, index, one.receivedAt, one.eta, false)),
    ...said.map((one, index) => telling(run.id, 'INTERNAL', index, one.saidAt, one.eta, one.isProven)),
  ];
  return all.sort((a, b) => a.receivedAt - b.receivedAt);
}

function telling(
  runId: string,
  kind: Voice['source']['kind'],
  index: number,
  receivedAt: number,
  eta: number,
  isProven: boolean,
): EtaTelling {
  const instant = new Date(Math.round(eta / 60_000) * 60_000).toISOString().replace('.000Z', 'Z');
  return {
    claimId: `${runId}-${kind}-${index}`,
    voice: {
      source: { id: kind.toLowerCase(), name: kind, nameZh: null, kind, trust: {} },
      rawId: `${runId}-${kind}-${index}`,
      sha256: '',
      format: kind === 'INTERNAL' ? 'computed-eta-1' : 'dcsa-tnt-3',
      receivedAt: new Date(receivedAt).toISOString(),
      messageRef: null,
      span: { start: 0, end: 0 },
    },
    receivedAt,
    time: { instant, local: instant.slice(0, 19), zone: 'UTC', zoneSource: 'EXPLICIT', precision: 'MINUTE' },
    place: null,
    basis: kind === 'INTERNAL' ? 'COMPUTED' : 'ESTIMATED',
    isProven,
    computed: null,
    code: 'ARRIVED',
    run: `VOYAGE:${runId}`,
    transport: null,
    given: null,
    isOnTarget: true,
  };
}
