import { useTranslations } from 'next-intl';
import { Legend } from '../journey/legend.tsx';
import { InstantText } from '../../time/instant-text.tsx';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { Panel } from '../../ui/panel.tsx';
import table from '../../ui/table.module.css';
import { ColourTokens } from './colour-tokens.tsx';
import { Controls, Icons, Progress } from './samples.tsx';
import styles from './style-guide.module.css';

const INSTANT = '2026-11-21T01:28:00Z';
const LOCAL = {
  instant: INSTANT,
  local: '2026-11-21T09:28:00',
  zone: 'Asia/Shanghai',
  precision: 'MINUTE',
} as const;
const STATES = ['empty', 'error', 'stale', 'fresh'] as const; // prettier-ignore

/** What the pages are made of, each part once and as the pages show it. */
export function StyleGuide() {
  const t = useTranslations('styleGuide');
  return (
    <div className={styles.guide}>
      <h1>{t('title')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      <Panel id="colours" title={t('colours')}>
        <ColourTokens />
      </Panel>
      <Panel id="marks" title={t('marks')}>
        <div className={styles.body}>
          <Legend />
        </div>
      </Panel>
      <Panel id="controls" title={t('controls')}>
        <div className={styles.body}>
          <Controls />
        </div>
      </Panel>
      <Panel id="icons" title={t('icons')}>
        <div className={styles.body}>
          <Icons />
        </div>
      </Panel>
      <Panel id="times" title={t('times')}>
        <table className={`${table.table} ${styles.body}`}>
          <thead>
            <tr>
              <th scope="col">{t('use')}</th>
              <th scope="col">{t('shown')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('placeTime')}</th>
              <td>
                <ReportedTimeText time={{ ...LOCAL, zoneSource: 'FACILITY' }} />
              </td>
            </tr>
            <tr>
              <th scope="row">{t('assumedTime')}</th>
              <td>
                <ReportedTimeText time={{ ...LOCAL, zoneSource: 'SENDER_DEFAULT' }} />
              </td>
            </tr>
            <tr>
              <th scope="row">{t('dayOnly')}</th>
              <td>
                <ReportedTimeText time={{ ...LOCAL, precision: 'DAY', zoneSource: 'PLACE' }} />
              </td>
            </tr>
            <tr>
              <th scope="row">{t('readerTime')}</th>
              <td>
                <InstantText at={INSTANT} />
              </td>
            </tr>
          </tbody>
        </table>
      </Panel>
      <Panel id="states" title={t('states')}>
        <div className={styles.body}>
          <Progress />
          {STATES.map((state) => (
            <p key={state} className={styles.state} data-state={state}>
              {t(`state.${state}`)}
            </p>
          ))}
        </div>
      </Panel>
    </div>
  );
}
