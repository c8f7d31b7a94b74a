import type { Plugin } from 'graphql-yoga';
import { isHeld, KEPT_BY_ONE, tagOf } from './etag.ts';

/** Whoever polls by GET, `changes` say, and has the answer already (`If-None-Match`) is told that it stands: 304. */
export function tagAnswers(): Plugin {
  return {
    async onResponse({ request, response, setResponse, fetchAPI }) {
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      if (request.method !== 'GET' || response.status !== 200 || !isJson) return;
      const body = await response.text();
      const headers = new fetchAPI.Headers(response.headers);
      const tag = tagOf(body);
      for (const [name, value] of Object.entries({ ...KEPT_BY_ONE, etag: tag })) headers.set(name, value);
      headers.delete('content-length');
      const isSame = isHeld(request.headers.get('if-none-match'), tag);
      if (isSame) headers.delete('content-type');
      setResponse(new fetchAPI.Response(isSame ? null : body, { status: isSame ? 304 : 200, headers }));
    },
  };
}
