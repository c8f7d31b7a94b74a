import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { loadViewer } from '../../../../../features/account/load-viewer.ts';
import { CodeListDocument } from '../../../../../features/codes/codes.graphql.ts';
import styles from '../../../../../features/codes/codes.module.css';
import { CodeRows } from '../../../../../features/codes/code-rows.tsx';
import { UnmappedCodes } from '../../../../../features/codes/unmapped-codes.tsx';
import { ApiSilent } from '../../../../../features/shell/api-silent.tsx';
import { askApi } from '../../../../../gql/ask-api.ts';
import { Link } from '../../../../../i18n/navigation.ts';
import type { RouteProps } from '../../../../route-props.ts';

type Props = RouteProps<{ readonly format: string; readonly list: string }>;

async function nameOf(params: Props['params']): Promise<string> {
  const { format, list } = await params;
  return `${decodeURIComponent(format)}/${decodeURIComponent(list)}`;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await nameOf(params) };
}

export default async function CodeListPage({ params }: Props) {
  const name = await nameOf(params);
  const [t, locale, viewer] = await Promise.all([getTranslations('codes'), getLocale(), loadViewer()]);
  const answer = await askApi(CodeListDocument, { name, seesAll: viewer?.seesAll ?? false });
  if (!answer.ok) return <ApiSilent />;
  const { codeList, unmappedCodes } = answer.data;
  if (codeList.__typename !== 'CodeList') notFound();
  const meanings = [...new Set(codeList.rows.flatMap(({ canonical }) => canonical ?? []))].toSorted();
  return (
    <>
      <Link href="/codes" className={styles.back}>
        {t('back')}
      </Link>
      <h1 className={styles.title}>{locale === 'zh-CN' ? codeList.titleZh : codeList.title}</h1>
      <p className={styles.about}>
        <code>{name}</code>
        <span>{codeList.version}</span>
      </p>
      {unmappedCodes && unmappedCodes.length > 0 ? (
        <UnmappedCodes codes={unmappedCodes} meanings={meanings} />
      ) : null}
      <CodeRows list={codeList} />
    </>
  );
}
