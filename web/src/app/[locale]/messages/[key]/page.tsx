import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { MessageFacts } from '../../../../features/messages/message-facts.tsx';
import { MessageFindings } from '../../../../features/messages/message-findings.tsx';
import { MessageMade } from '../../../../features/messages/message-made.tsx';
import { messageName } from '../../../../features/messages/message-name.ts';
import { MessageText } from '../../../../features/messages/message-text.tsx';
import { MessageDocument } from '../../../../features/messages/messages.graphql.ts';
import { MessageToDo } from '../../../../features/messages/message-to-do.tsx';
import { ApiSilent } from '../../../../features/shell/api-silent.tsx';
import styles from '../../../../features/sources/sources.module.css';
import { askApi } from '../../../../gql/ask-api.ts';
import { Link } from '../../../../i18n/navigation.ts';
import { firstOf, type RouteProps } from '../../../route-props.ts';

type Props = RouteProps<{ readonly key: string }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('messages');
  return { title: t('title') };
}

export default async function MessagePage({ params, searchParams }: Props) {
  const id = decodeURIComponent((await params).key);
  const said = Number(firstOf((await searchParams)['from']) ?? '0');
  const from = Number.isSafeInteger(said) && said > 0 && said < 2 ** 31 ? said : 0;
  const [t, answer] = await Promise.all([getTranslations('messages'), askApi(MessageDocument, { id, from })]);
  if (!answer.ok) return <ApiSilent />;
  const { receivedMessage: message } = answer.data;
  if (message.__typename !== 'ReceivedMessage') notFound();
  return (
    <>
      <Link href="/messages" className={styles.back}>
        {t('back')}
      </Link>
      <h1 className={styles.title}>{t('one', { hash: messageName(message) })}</h1>
      <div className={styles.card}>
        <MessageFacts message={message} />
      </div>
      <MessageToDo message={message} />
      <MessageFindings message={message} />
      <MessageMade message={message} />
      <MessageText message={message} from={from} />
    </>
  );
}
