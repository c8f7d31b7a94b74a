/** What GraphQL over HTTP answers: data, or errors of the request. */
export interface Answer<T = Record<string, unknown>> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

export async function ask<T = Record<string, unknown>>(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answer<T>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  });
  // What it cost is told with each answer, and is another test's matter.
  const { extensions: _, ...answer } = (await response.json()) as Answer<T> & { extensions?: unknown };
  return answer;
}
