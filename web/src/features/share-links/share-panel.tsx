'use client';

import { Button } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import type { FieldGroup } from '../account/account.graphql.ts';
import styles from '../account/account.module.css';
import { withEnd } from '../account/end-day.ts';
import { EndDayField } from '../account/end-day-field.tsx';
import { GroupChoice } from '../account/group-choice.tsx';
import { FIELD_GROUPS } from '../account/groups.ts';
import { Said } from '../account/said.tsx';
import { Secret } from '../account/secret.tsx';
import { useGroupNames } from '../account/use-group-names.ts';
import { useSubmit } from '../account/use-submit.ts';
import { EmbedSnippet } from '../embed/embed-snippet.tsx';
import { shareShipment } from './change-links.ts';
import own from './share.module.css';

/** What a partner usually has to know; the rest is chosen on purpose. */
const USUAL: readonly FieldGroup[] = ['MILESTONES', 'ETA', 'POSITIONS'];
const DAYS = 30;

interface SharePanelProps {
  readonly shipment: string;
  /** Groups that the sharer does not see himself, and so cannot give. */
  readonly withheld: readonly FieldGroup[];
  /** Wall clock of the server, epoch milliseconds. */
  readonly now: number;
}

/** Lets others see the journey by a link: what of it, and until when. */
export function SharePanel({ shipment, withheld, now }: SharePanelProps) {
  const t = useTranslations('links');
  const locale = useLocale();
  const groupNames = useGroupNames();
  const { state, submit, isPending } = useSubmit(shareShipment, withEnd);
  const made = state?.outcome === 'SHARED' ? state : null;
  return (
    <details className={own.share} data-testid="share">
      <summary>{t('share')}</summary>
      <form onSubmit={submit} className={own.sheet} aria-label={t('shareTitle')}>
        <p className={styles.hint}>{t('shareLead')}</p>
        <input type="hidden" name="shipment" value={shipment} />
        <GroupChoice
          legend={t('shows')}
          chosen={USUAL}
          offered={FIELD_GROUPS.filter((group) => !withheld.includes(group))}
        />
        <div className={styles.fields}>
          <EndDayField now={now} days={DAYS} />
        </div>
        <div className={styles.act}>
          <Button type="submit" loading={isPending}>
            {t('create')}
          </Button>
          <Said state={state} />
          <Link href="/account/links" prefetch={false}>
            {t('list2')}
          </Link>
        </div>
        {made ? (
          <>
            <Secret
              key={made.token}
              title={t('created')}
              text={`${location.origin}/${locale}/shared/${made.token}`}
            />
            <p className={styles.hint}>{t('createdShows', { groups: groupNames(made.groups) })}</p>
            <EmbedSnippet locale={locale} token={made.token} />
          </>
        ) : null}
      </form>
    </details>
  );
}
