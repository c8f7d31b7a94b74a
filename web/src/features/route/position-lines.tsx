'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { useAge } from '../../time/use-age.ts';
import type { Journey } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import { usePositionWords } from './use-position-words.ts';

/** More than this are told by the map alone. */
const linesMost = 4;

/** Whose positions the map shows: how old, how exact, and who says so. */
export function PositionLines({ journey, className }: { readonly journey: Journey; readonly className: string | undefined }) {
  const t = useTranslations('position');
  const names = useNames();
  const age = useAge();
  const { who } = usePositionWords();
  const { livePositions } = journey;
  return livePositions.slice(0, linesMost).map((position, index) => {
    const { means, name, basis, at, accuracyMetres, source, containers } = position;
    const told = t(basis, { who: who(position), age: age(at, 'HAPPENED') });
    const others = livePositions.length > 1 && means !== 'CONTAINER' ? containers : [];
    const facts = [
      told,
      accuracyMetres === null ? null : t('within', { metres: Math.round(accuracyMetres) }),
      others.length > 0 ? others.map((box) => displayNumber('CONTAINER', box)).join(', ') : null,
      source ? t('says', { source: names.source(source) }) : null,
    ];
    return (
      <dd key={`${means} ${name ?? index}`} className={className} data-testid="position-line">
        {facts.filter((fact) => fact !== null).join(' · ')}
      </dd>
    );
  });
} // prettier-ignore
