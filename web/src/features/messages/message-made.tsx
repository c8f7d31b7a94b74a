'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import { Link } from '../../i18n/navigation.ts';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { useNames } from '../journey/use-names.ts';
import sources from '../sources/sources.module.css';
import { MessageWords } from './message-words.tsx';
import type { OneMessage } from './messages.graphql.ts';

/** What a message made: the shipments that show it, and each thing that it says, with the words for it. */
export function MessageMade({ message: { shipments, claims, events } }: { readonly message: OneMessage }) {
  const t = useTranslations('messages');
  const phases = useTranslations('phases');
  return (
    <>
      <section aria-labelledby="made" className={sources.part} data-testid="made">
        <h2 id="made">{t('made')}</h2>
        {shipments.length === 0 ? <p className={sources.lead}>{t('madeNone')}</p> : null}
        <ul className={sources.codes}>
          {shipments.map(({ id, title, phase }) => (
            <li key={id}>
              <Link href={`/shipments/${id}`} prefetch={false} className="number">
                {displayNumber(title.scheme, title.value)}
              </Link>{' '}
              <span className={sources.quiet}>{phases(phase)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="claims" className={sources.part} data-testid="claims">
        <h2 id="claims">{t('claims')}</h2>
        <p className={sources.lead}>
          {claims.length === 0
            ? t('claimsNone')
            : t('claimsLead', { shown: claims.length, count: Math.max(events, claims.length) })}
        </p>
        <ul className={sources.issues}>
          {claims.map((claim) => (
            <Claim key={`${claim.id} ${claim.evidence?.before}`} claim={claim} />
          ))}
        </ul>
      </section>
    </>
  );
}

function Claim({ claim }: { readonly claim: OneMessage['claims'][number] }) {
  const t = useTranslations('messages');
  const reasons = useTranslations('parked.reasons');
  const names = useNames();
  const { about, code, classifier, time, place, isWithdrawn, parked, evidence } = claim;
  const tense = classifier === 'ACTUAL' ? 'past' : 'other';
  const name = names.step(code, { tense, mode: null, load: null });
  return (
    <li>
      <p className={sources.head}>
        <strong>{name}</strong>
        <Link
          href={{ pathname: '/find', query: { number: about.value } }}
          prefetch={false}
          className="number"
        >
          {displayNumber(about.scheme, about.value)}
        </Link>
      </p>
      <p className={sources.about}>
        <ReportedTimeText time={time} />
        {place === null ? null : <span>{names.place(place)}</span>}
        {isWithdrawn ? <span>{t('withdrawn')}</span> : null}
      </p>
      {parked === null ? null : <p>{reasons(parked)}</p>}
      <MessageWords what={name} text={evidence} />
    </li>
  );
}
