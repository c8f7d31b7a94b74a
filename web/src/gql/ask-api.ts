import type { TadaDocumentNode } from 'gql.tada';
import { getLocale } from 'next-intl/server';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { PATH_HEADER } from '../features/access/safe-path.ts';
import { askerHeaders } from '../features/access/session.ts';
import { endedPath, isShared } from '../features/share-links/shared-path.ts';
import { postOperation } from './post-operation.ts';

/** What the API said, or why it said nothing. */
export type ApiAnswer<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly problem: 'UNREACHABLE' | 'REFUSED' };

/**
 * One question from the server to the API in the name of who looks at the page; never cached. Whoever has to sign in is led there, and
 * what is not for him is no page.
 */
export async function askApi<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<ApiAnswer<Result>> {
  const { code, ...answer } = await tryApi(document, variables);
  if (code === 'FORBIDDEN') notFound();
  if (code !== 'UNAUTHENTICATED') return answer;
  const page = (await headers()).get(PATH_HEADER);
  if (isShared(page)) return redirect(endedPath(await getLocale(), page));
  const next = page ? `?next=${encodeURIComponent(page)}` : '';
  return redirect(`/${await getLocale()}/sign-in${next}`);
}

async function tryApi<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<ApiAnswer<Result> & { readonly code?: string | undefined }> {
  const asker = await askerHeaders();
  try {
    const { answer } = await postOperation(document, variables, asker);
    if (answer.data && !answer.errors) return { ok: true, data: answer.data };
    const codes = answer.errors?.flatMap(({ extensions }) => extensions?.code ?? []);
    return { ok: false, problem: 'REFUSED', code: codes?.[0] };
  } catch {
    return { ok: false, problem: 'UNREACHABLE' };
  }
}
