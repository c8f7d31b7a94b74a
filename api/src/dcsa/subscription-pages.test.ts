import type { WebhookRow } from 'graph-schema/cypher/feed/webhooks';
import { describe, expect, it } from 'vitest';
import { pageOf, readPageQuery } from './subscription-pages.ts';

const rows = Array.from({ length: 7 }, (_, index) => ({
  id: `${(index * 3) % 7}`,
  url: `https://example.com/${index % 2}`,
  createdAt: 1000 + index,
})) as unknown as WebhookRow[];

function page(query: string) {
  const read = readPageQuery(new URLSearchParams(query));
  if ('reasons' in read) throw new Error(JSON.stringify(read));
  const { page: found, headers } = pageOf(rows, read, '/here');
  const to = (name: string) => headers[name]?.split('?')[1] ?? null;
  return { ids: found.map(({ id }) => id), to, cursor: headers['Next-Page-Cursor'] ?? null };
}

describe('pages of subscriptions', () => {
  it.each(['', '&sort=subscriptionID:DESC', '&sort=callbackUrl', '&sort=callbackUrl:DESC,subscriptionID'])('follow each other and lead back %s', (sort) => {
    const whole = page(`limit=100${sort}`);
    expect(whole.ids).toHaveLength(7);
    expect(whole.to('Next-Page')).toBeNull();
    const pages: ReturnType<typeof page>[] = [];
    for (let at: string | null = `limit=3${sort}`; at !== null; at = pages.at(-1)?.to('Next-Page') ?? null) pages.push(page(at));
    expect(pages.map(({ ids }) => ids.length)).toEqual([3, 3, 1]);
    expect(pages.flatMap(({ ids }) => ids)).toEqual(whole.ids);
    const [first, second, third] = pages;
    expect(page(third?.to('Prev-Page') ?? '').ids).toEqual(second?.ids);
    expect(page(third?.to('First-Page') ?? '').ids).toEqual(first?.ids);
    expect(page(second?.to('Current-Page') ?? '').ids).toEqual(second?.ids);
    for (const { to } of pages) expect(page(to('Last-Page') ?? '').ids).toEqual(third?.ids);
    expect(page(`cursor=${first?.cursor}`).ids).toEqual(second?.ids);
    expect(page(`cursor=${first?.cursor}&limit=1`).ids).toEqual(second?.ids.slice(0, 1));
  });

  it('are those from the oldest on, where nobody asks for an order', () => expect(page('').ids).toEqual(rows.map(({ id }) => id)));

  it.each([
    ['limit=0', 'invalidParameter'], ['limit=-1', 'invalidParameter'], ['limit=ten', 'invalidParameter'], ['limit=', 'invalidParameter'], ['limit=1&limit=2', 'invalidParameter'],
    ['cursor=abc', 'invalidParameter'], ['cursor=', 'invalidParameter'], ['sort=', 'invalidParameter'], ['sort=secret', 'invalidParameter'], ['sort=callbackUrl:UP', 'invalidParameter'],
    ['eventType=SHIPMENT', 'invalidQuery'], ['__proto__=1', 'invalidQuery'],
  ])('are not asked for with %s', (query, reason) => expect(readPageQuery(new URLSearchParams(query))).toMatchObject({ reasons: [{ reason }] }));

  it('do not go on in another order', () => {
    const { cursor } = page('limit=2&sort=callbackUrl');
    expect(readPageQuery(new URLSearchParams(`cursor=${cursor}&sort=subscriptionID`))).toMatchObject({ reasons: [{ reason: 'invalidQuery' }] });
  });
}); // prettier-ignore
