import { getTranslations } from 'next-intl/server';
import { loadViewer } from '../../features/account/load-viewer.ts';
import { KindsHelp } from '../../features/search/kinds-help.tsx';
import { SearchBox } from '../../features/search/search-box.tsx';
import { visitorOf } from '../../features/search/visits.ts';
import styles from './home.module.css';

export default async function HomePage() {
  const [t, viewer] = await Promise.all([getTranslations('search'), loadViewer()]);
  return (
    <>
      <div className={styles.hero}>
        <h1 className={styles.headline}>{t('headline')}</h1>
        <p className={styles.lead}>{t('lead')}</p>
        <SearchBox visitor={visitorOf(viewer)} />
      </div>
      <KindsHelp />
      <div className={styles.promises}>
        {(['both', 'proof', 'live'] as const).map((promise) => (
          <section key={promise}>
            <h2 className={styles.promise}>{t(`${promise}Title`)}</h2>
            <p className={styles.text}>{t(`${promise}Text`)}</p>
          </section>
        ))}
      </div>
    </>
  );
}
