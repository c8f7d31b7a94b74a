import { useTranslations } from 'next-intl';
import styles from './style-guide.module.css';
import { COLOURS } from './tokens.ts';

const SCHEMES = ['light', 'dark'] as const;
const GROUPS = Object.keys(COLOURS) as (keyof typeof COLOURS)[];

/** Every colour in both schemes, whichever the reader has chosen. */
export function ColourTokens() {
  const t = useTranslations('styleGuide');
  return (
    <div className={styles.schemes}>
      {SCHEMES.map((scheme) => (
        <section key={scheme} data-scheme={scheme} className={styles.scheme} aria-label={t(scheme)}>
          <h3>{t(scheme)}</h3>
          {GROUPS.map((group) => (
            <div key={group}>
              <h4>{t(`groups.${group}`)}</h4>
              <ul className={styles.swatches}>
                {COLOURS[group].map((token) => (
                  <li key={token}>
                    <i style={{ background: `var(--${token})` }} />
                    <code>{token}</code>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
