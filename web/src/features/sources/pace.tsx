import { useFormatter, useTranslations } from 'next-intl';
import { durationOf } from '../../time/age.ts';
import { COUNTED_HOURS, type SourceSummary } from './sources.graphql.ts';

/** Below it a lag is told in seconds: in "under a minute" nobody would see it grow. */
const MINUTE_SECONDS = 60;

/** How much comes now and as a rule, and how long it takes to be read. */
export function Pace({ source }: { readonly source: SourceSummary }) {
  const t = useTranslations('sources');
  const times = useTranslations('time');
  const { number } = useFormatter();
  const { messagesLastHour, lagMedianSeconds, lagMostSeconds, counts } = source;
  const length = (seconds: number): string => {
    if (seconds < MINUTE_SECONDS)
      return number(seconds, { style: 'unit', unit: 'second', maximumSignificantDigits: 2 });
    const { unit, count } = durationOf(seconds * 1000);
    return times('length', { unit, count });
  };
  return (
    <>
      <div>
        <dt>{t('lastHour')}</dt>
        <dd>
          {t('paceOf', {
            count: messagesLastHour,
            perHour: number(counts.messages / COUNTED_HOURS, { maximumSignificantDigits: 2 }),
          })}
        </dd>
      </div>
      <div>
        <dt>{t('lag')}</dt>
        <dd>
          {lagMedianSeconds === null || lagMostSeconds === null
            ? t('noLag')
            : t('lagOf', { median: length(lagMedianSeconds), most: length(lagMostSeconds) })}
        </dd>
      </div>
    </>
  );
}
