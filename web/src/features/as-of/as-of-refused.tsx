import { getFormatter, getTranslations } from 'next-intl/server';
import { Link } from '../../i18n/navigation.ts';
import type { AsOfRefusal } from '../journey/load-shipment.ts';
import styles from './as-of.module.css';
import { pathAsOf } from './read-as-of.ts';

interface AsOfRefusedProps {
  /** Of the page without an instant. */
  readonly path: string;
  readonly refusal: AsOfRefusal;
}

/** Why nothing can be shown as of an instant, and the nearest one as of which something can. */
export async function AsOfRefused({ path, refusal: { code, from, to } }: AsOfRefusedProps) {
  const [t, format] = await Promise.all([getTranslations('asOf'), getFormatter()]);
  const nearest = from ?? to;
  return (
    <section className={styles.refused} role="alert">
      <h1>{t('refusedTitle')}</h1>
      <p>{t(`refused.${code}`)}</p>
      {nearest === null || code === 'AS_OF_IN_FUTURE' ? null : (
        <Link className={styles.back} href={pathAsOf(path, nearest)}>
          {t('nearest', {
            time: format.dateTime(new Date(nearest), { dateStyle: 'medium', timeStyle: 'short' }),
          })}
        </Link>
      )}
      <Link className={styles.back} href={path}>
        {t('back')}
      </Link>
    </section>
  );
}
