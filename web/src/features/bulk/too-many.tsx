import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { findAddress, NUMBERS_MAX } from '../search/read-numbers.ts';
import styles from './bulk.module.css';

/** More numbers than are looked up at once: the same in parts. */
export function TooMany({ numbers }: { readonly numbers: readonly string[] }) {
  const t = useTranslations('bulk');
  const count = Math.ceil(numbers.length / NUMBERS_MAX);
  const parts = Array.from({ length: count }, (_, part) => part * NUMBERS_MAX);
  return (
    <div data-testid="too-many">
      <h1 className={styles.title}>{t('tooManyTitle', { count: numbers.length })}</h1>
      <p>{t('tooManyText', { most: NUMBERS_MAX })}</p>
      <ul className={styles.parts}>
        {parts.map((from) => {
          const part = numbers.slice(from, from + NUMBERS_MAX);
          return (
            <li key={from}>
              <Link href={findAddress(part)} prefetch={false}>
                {t('part', { from: from + 1, to: from + part.length })}
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
