import { useLocale, useTranslations } from 'next-intl';
import type { CodeList } from './codes.graphql.ts';
import styles from './codes.module.css';
import { useMeaning } from './use-meaning.ts';

/** Every code of a list: what it means, what it is read as, and how sure that is. */
export function CodeRows({ list }: { readonly list: CodeList }) {
  const t = useTranslations('codes');
  const isChinese = useLocale() === 'zh-CN';
  const meaningOf = useMeaning();
  return (
    <section aria-labelledby="rows-title" className={styles.part}>
      <h2 id="rows-title">{t('rows', { rows: list.rows.length })}</h2>
      <div className={styles.rows}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('code')}</th>
              <th scope="col">{t('meaning')}</th>
              <th scope="col">{t('readAs')}</th>
              <th scope="col">{t('certainty')}</th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map(({ code, variant, meaning, meaningZh, canonical, isConfirmed, isCorrected }) => (
              <tr key={`${code} ${variant ?? ''}`}>
                <th scope="row">
                  <code>{code}</code>
                  {variant === null ? null : <small>{variant}</small>}
                </th>
                <td>
                  {isChinese && meaningZh !== null ? meaningZh : <span lang="en">{meaning}</span>}
                  {!isChinese && meaningZh !== null ? <small lang="zh-CN">{meaningZh}</small> : null}
                </td>
                <td>
                  {canonical === null ? (
                    <span className={styles.quiet}>{t('nothing')}</span>
                  ) : (
                    meaningOf(canonical)
                  )}
                  {canonical === null ? null : (
                    <small>
                      <code>{canonical}</code>
                    </small>
                  )}
                </td>
                <td data-certainty={isCorrected ? 'OPERATOR' : isConfirmed ? 'CONFIRMED' : 'UNCONFIRMED'}>
                  {t(isCorrected ? 'operator' : isConfirmed ? 'confirmed' : 'unconfirmed')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
