import { useLocale, useTranslations } from 'next-intl';
import type en from '../../../messages/en.json';
import { Counts } from './counts.tsx';
import { LastHeard } from './last-heard.tsx';
import { Pace } from './pace.tsx';
import { SettingDoubts } from './setting-doubts.tsx';
import type { SourceSummary } from './sources.graphql.ts';
import styles from './sources.module.css';

type SourceKind = keyof typeof en.evidence.kinds;

export function useSourceName(): (source: Pick<SourceSummary, 'name' | 'nameZh'>) => string {
  const isChinese = useLocale() === 'zh-CN';
  return ({ name, nameZh }) => (isChinese && nameZh !== null ? nameZh : name);
}

/** Whose word it is, and whether it is heard. */
export function SourceState({ source }: { readonly source: SourceSummary }) {
  const t = useTranslations('sources');
  const kinds = useTranslations('evidence.kinds');
  const { id, kind, isSilent, lastReceivedAt, silentAfterMinutes } = source;
  return (
    <p className={styles.about}>
      <span>{kinds.has(kind as SourceKind) ? kinds(kind as SourceKind) : kind}</span>
      <code>{id}</code>
      <span data-alert={isSilent}>
        {isSilent ? <strong>{t('silent')}</strong> : null}{' '}
        {lastReceivedAt === null ? t('never') : <LastHeard at={lastReceivedAt} />}
        {isSilent && silentAfterMinutes !== null ? (
          <> {t('expected', { minutes: silentAfterMinutes })}</>
        ) : null}
      </span>
    </p>
  );
}

/** What it may send, how far its word counts, and what came of late. */
export function SourceFacts({ source }: { readonly source: SourceSummary }) {
  const t = useTranslations('sources');
  const { formats, speaksOf, trust, messagesPerMinuteMax, counts } = source;
  return (
    <>
      <SettingDoubts doubts={source.settingDoubts} />
      <Counts source={source} />
      <dl className={styles.facts}>
        <Pace source={source} />
        <div>
          <dt>{t('maySend')}</dt>
          <dd>{formats === null ? t('anyFormat') : <Codes codes={formats} />}</dd>
        </div>
        <div>
          <dt>{t('speaksOf')}</dt>
          <dd>{speaksOf.length === 0 ? t('anything') : <Codes codes={speaksOf} />}</dd>
        </div>
        <div>
          <dt>{t('trust')}</dt>
          <dd>
            {trust.length === 0 ? (
              t('byKind')
            ) : (
              <Codes codes={trust.map(({ fact, rank }) => `${fact} ${rank}`)} />
            )}
          </dd>
        </div>
        <div>
          <dt>{t('rate')}</dt>
          <dd className={styles.codes}>
            <span>
              {messagesPerMinuteMax === null ? t('noRate') : t('perMinute', { most: messagesPerMinuteMax })}
            </span>
            {counts.heldBack === null || messagesPerMinuteMax === null ? null : (
              <span>{t('heldBack', { count: counts.heldBack })}</span>
            )}
          </dd>
        </div>
      </dl>
    </>
  );
}

function Codes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <span className={styles.codes}>
      {codes.map((code) => (
        <code key={code}>{code}</code>
      ))}
    </span>
  );
}
