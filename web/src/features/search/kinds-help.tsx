import { useTranslations } from 'next-intl';
import styles from './kinds-help.module.css';

const groups = [
  ['sea', ['MASTER_BILL', 'HOUSE_BILL', 'CONTAINER', 'BOOKING', 'SEAL']],
  ['air', ['AWB', 'HAWB', 'ULD']],
  ['rail', ['RAIL_NOTE', 'WAGON']],
  ['customs', ['DECLARATION', 'TRANSIT', 'MRN', 'DELIVERY_ORDER', 'EIR']],
  ['trade', ['SSCC', 'REFERENCE']],
] as const;

/** Which kinds of number can be typed, and how each looks. */
export function KindsHelp() {
  const t = useTranslations();
  return (
    <section aria-labelledby="kinds-title" className={styles.help}>
      <h2 id="kinds-title" className={styles.title}>
        {t('search.kindsTitle')}
      </h2>
      <div className={styles.groups}>
        {groups.map(([group, schemes]) => (
          <section key={group} aria-labelledby={`kinds-${group}`} className={styles.group}>
            <h3 id={`kinds-${group}`} className={styles.groupTitle}>
              {t(`groups.${group}`)}
            </h3>
            <dl>
              {schemes.map((scheme) => (
                <div key={scheme} className={styles.kind}>
                  <dt>{t(`schemes.${scheme}`)}</dt>
                  <dd>{t(`shapes.${scheme}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </section>
  );
}
