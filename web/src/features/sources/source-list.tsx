import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { SourceFacts, SourceState, useSourceName } from './source-summary.tsx';
import type { SourceSummary } from './sources.graphql.ts';
import styles from './sources.module.css';

/** What a person has to look after comes first: silence and wrong settings, then what waits. */
function concern({ isSilent, waiting, settingDoubts }: SourceSummary): number {
  return (isSilent || settingDoubts.length > 0 ? 2 : 0) + (waiting.dead + waiting.notEntitled > 0 ? 1 : 0);
}

export function SourceList({ sources }: { readonly sources: readonly SourceSummary[] }) {
  const t = useTranslations('sources');
  const nameOf = useSourceName();
  if (sources.length === 0) return <p className={styles.lead}>{t('none')}</p>;
  return (
    <ul className={styles.sources} data-testid="sources">
      {sources
        .toSorted((a, b) => concern(b) - concern(a))
        .map((source) => (
          <li key={source.id} data-alert={source.isSilent || source.settingDoubts.length > 0}>
            <h2>
              <Link href={`/sources/${source.id}`}>{nameOf(source)}</Link>
            </h2>
            <SourceState source={source} />
            <SourceFacts source={source} />
          </li>
        ))}
    </ul>
  );
}
