import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MessageFilters } from '../../../features/messages/message-filters.tsx';
import { MessageList } from '../../../features/messages/message-list.tsx';
import { questionOf, type Address } from '../../../features/messages/messages-address.ts';
import { MessagesDocument, ParkedOfNumberDocument } from '../../../features/messages/messages.graphql.ts';
import { ParkedList } from '../../../features/messages/parked-list.tsx';
import { ApiSilent } from '../../../features/shell/api-silent.tsx';
import styles from '../../../features/sources/sources.module.css';
import { askApi } from '../../../gql/ask-api.ts';
import { Link } from '../../../i18n/navigation.ts';
import { firstOf, type RouteProps } from '../../route-props.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('messages');
  return { title: t('title') };
}

export default async function MessagesPage({ searchParams }: RouteProps) {
  const said = Object.entries(await searchParams).map(([name, value]) => [name, firstOf(value)]);
  const address = Object.fromEntries(said.filter(([, value]) => value)) as Address;
  const question = questionOf(address);
  const { find, after } = question;
  const [t, answer, parked] = await Promise.all([
    getTranslations('messages'),
    askApi(MessagesDocument, question),
    find && !after ? askApi(ParkedOfNumberDocument, { number: find }) : null,
  ]);
  if (!answer.ok) return <ApiSilent />;
  const { receivedMessages: page, sources } = answer.data;
  const { after: _, ...first } = address;
  return (
    <>
      <h1 className={styles.title}>{t('title')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      <MessageFilters address={first} sources={sources} key={JSON.stringify(first)} />
      {parked?.ok ? <ParkedList parked={parked.data.parkedOfNumber} /> : null}
      {page.messages.length > 0 ? (
        <MessageList messages={page.messages} />
      ) : (
        <p className={styles.lead}>{find ? t('noneFind', { text: find }) : t('none')}</p>
      )}
      <p className={styles.more}>
        {after ? <Link href={{ pathname: '/messages', query: first }}>{t('newest')}</Link> : null}{' '}
        {page.next === null ? null : (
          <Link href={{ pathname: '/messages', query: { ...first, after: page.next } }}>{t('older')}</Link>
        )}
      </p>
    </>
  );
}
