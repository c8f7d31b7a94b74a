import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ApiSilent } from '../../../../features/shell/api-silent.tsx';
import { IssueGroups } from '../../../../features/sources/issue-groups.tsx';
import { RecentMessages } from '../../../../features/sources/recent-messages.tsx';
import { SourceFacts, SourceState } from '../../../../features/sources/source-summary.tsx';
import { COUNTED_HOURS, FILTERS, SourceDocument } from '../../../../features/sources/sources.graphql.ts';
import styles from '../../../../features/sources/sources.module.css';
import { DeadLetters, NotEntitled } from '../../../../features/sources/waiting.tsx';
import { askApi } from '../../../../gql/ask-api.ts';
import { Link } from '../../../../i18n/navigation.ts';
import { firstOf, type RouteProps } from '../../../route-props.ts';

type Props = RouteProps<{ readonly key: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).key) };
}

export default async function SourcePage({ params, searchParams }: Props) {
  const id = decodeURIComponent((await params).key);
  const { show: asked, after } = await searchParams;
  const show = FILTERS.find((filter) => filter === firstOf(asked)) ?? 'ALL';
  const [t, locale, answer] = await Promise.all([
    getTranslations('sources'),
    getLocale(),
    askApi(SourceDocument, { id, hours: COUNTED_HOURS, show, after: firstOf(after) ?? null }),
  ]);
  if (!answer.ok) return <ApiSilent />;
  const { source, dead, received } = answer.data;
  if (source.__typename !== 'SourceReport') notFound();
  return (
    <>
      <Link href="/sources" className={styles.back}>
        {t('back')}
      </Link>
      <h1 className={styles.title}>
        {locale === 'zh-CN' && source.nameZh !== null ? source.nameZh : source.name}
      </h1>
      <div className={styles.card} data-alert={source.isSilent}>
        <SourceState source={source} />
        <SourceFacts source={source} />
      </div>
      <NotEntitled source={source} />
      <DeadLetters source={source.id} messages={dead.messages} />
      <RecentMessages source={source.id} show={show} messages={received.messages} next={received.next} />
      <IssueGroups groups={source.issueGroups} />
    </>
  );
}
