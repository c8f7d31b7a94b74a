import { useLocale, useTranslations } from 'next-intl';
import { Panel } from '../../ui/panel.tsx';
import type { Organisation, Viewer } from './account.graphql.ts';
import styles from './account.module.css';
import { nameIn } from './name-in.ts';

interface ViewerSummaryProps {
  readonly viewer: Viewer;
  readonly organisation: Organisation | null;
}

/** Who looks, for whom, and what opens cargo to him. */
export function ViewerSummary({ viewer, organisation }: ViewerSummaryProps) {
  const t = useTranslations('account');
  const locale = useLocale();
  const kind = viewer.kind === 'OPERATOR' ? 'OPERATOR' : 'MEMBER';
  return (
    <Panel id="viewer" title={viewer.name ?? t('title')}>
      <dl className={styles.facts}>
        {organisation ? (
          <div>
            <dt>{t('organisation')}</dt>
            <dd>{nameIn(locale, organisation)}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t('rights')}</dt>
          <dd>
            {t(`kinds.${kind}`)}
            {viewer.isAdmin && viewer.name !== null ? ` · ${t('admin')}` : ''}
          </dd>
        </div>
        <div>
          <dt>{t('opens')}</dt>
          <dd>
            {viewer.seesAll ? t('opensAll') : null}
            {!viewer.seesAll && viewer.keys.length === 0 ? t('opensNothing') : null}
            {viewer.keys.map((key) => (
              <span key={key}>
                <code>{key}</code>{' '}
              </span>
            ))}
          </dd>
        </div>
      </dl>
    </Panel>
  );
}
