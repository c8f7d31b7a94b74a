import type { Context } from '../context.ts';
import { findPageThen } from './find-page-then.ts';
import { findPage } from './find-page.ts';
import type { Page, PageQuestion } from './read-page.ts';

/** One page as of an instant in epoch milliseconds, of which it may throw an `AsOfError`; null: now. */
export function findPageAt(context: Context, at: number | null, question: PageQuestion): Promise<Page> {
  return at === null ? findPage(context, question) : findPageThen(context, at, question);
}
