import { useTranslations } from 'next-intl';
import { useNames } from '../journey/use-names.ts';
import type { EtaChange } from './eta.graphql.ts';

/** Why it moved: by how much, what its source said of it, and of what was computed which part of the move comes from what. */
export function EtaCauses({ change }: { readonly change: Pick<EtaChange, 'from' | 'to' | 'given' | 'parts'> }) {
  const t = useTranslations();
  const names = useNames();
  const { from, to, given, parts } = change;
  const inHours = (hours: number) => {
    const length = t('eta.hours', { hours: Math.round(Math.abs(hours)) });
    return t(hours > 0 ? 'eta.later' : 'eta.earlier', { length });
  };
  const where = ({ place, name }: (typeof parts)[number]) =>
    place ? names.place(place) : t.has(`eta.canals.${name as 'SUEZ'}`) ? t(`eta.canals.${name as 'SUEZ'}`) : (name ?? '');
  const moved = from ? (Date.parse(to.instant) - Date.parse(from.instant)) / 3_600_000 : 0;
  const said = [
    Math.abs(moved) >= 1 ? inHours(moved) : null,
    given === null ? null : t('eta.given', { words: given }),
    ...parts.map((part) =>
      t(`eta.parts.${part.kind}`, { place: where(part), by: inHours(part.hours), sign: part.hours > 0 ? 'more' : 'less' }),
    ),
  ].filter((words) => words !== null);
  return said.length === 0 ? null : (
    <>
      <br />
      <span data-testid="eta-causes">{said.join(' · ')}</span>
    </>
  );
} // prettier-ignore
