import type { useTranslations } from 'next-intl';
import type { Journey, Milestone, Voice } from '../journey/shipment.graphql.ts';
import type { useNames } from '../journey/use-names.ts';

type Words = ReturnType<typeof useTranslations<never>>;
type Names = Pick<ReturnType<typeof useNames>, 'event' | 'place' | 'transport' | 'source'>;

const COLUMNS = [
  'line', 'event', 'code', 'certainty', 'utc', 'local', 'zone', 'place', 'unLocode', 'facility', 'containers', 'transport',
  'document', 'source', 'sourceTime', 'sourceCode', 'received', 'format', 'sha256',
] as const; // prettier-ignore

export function milestoneHeads(t: Words): string[] {
  return COLUMNS.map((column) => t(`print.columns.${column}`));
}

/**
 * Both lines as a table in the order of time, a row for each source that tells a milestone, and one for what nobody tells. The
 * instant is UTC; the local time is the clock of the place.
 */
export function milestoneRows({ logistics, documents }: Pick<Journey, 'logistics' | 'documents'>, names: Names, t: Words): (string | null)[][] {
  return [...logistics, ...documents]
    .toSorted((a, b) => a.time.instant.localeCompare(b.time.instant) || a.id.localeCompare(b.id))
    .flatMap((milestone) => {
      const voices: readonly (Voice | null)[] = milestone.voices.length > 0 ? milestone.voices : [null];
      return voices.map((voice) => [...toldOf(milestone, names, t), ...voiceCells(voice, names)]);
    });
} // prettier-ignore

function toldOf(milestone: Milestone, names: Names, t: Words): (string | null)[] {
  const { dimension, code, classifier, time, place, containers, equipmentReference, transport, document } = milestone;
  const boxes = containers.length > 0 ? containers : equipmentReference ? [equipmentReference] : [];
  return [
    t(dimension === 'DOCUMENT' ? 'lines.documents' : 'lines.logistics'),
    names.event(milestone),
    code,
    t(`classifiers.${classifier}`),
    time.instant,
    time.precision === 'DAY' ? time.local.slice(0, 10) : time.local.slice(0, 16).replace('T', ' '),
    time.zone,
    place && names.place(place),
    place?.unLocode ?? null,
    place?.facility ?? null,
    boxes.join(' '),
    transport && names.transport(transport),
    document?.value ?? null,
  ];
} // prettier-ignore

function voiceCells(voice: Voice | null, names: Names): (string | null)[] {
  if (!voice) return [null, null, null, null, null, null];
  const { source, time, rawCode, evidence } = voice;
  return [names.source(source), time.instant, rawCode, evidence.receivedAt, evidence.format, evidence.sha256];
}
