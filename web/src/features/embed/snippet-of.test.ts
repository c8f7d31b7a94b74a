import { expect, it } from 'vitest';
import { snippetOf } from './snippet-of.ts';

it('is a frame that a page of any site can hold, whatever the words are', () => {
  const html = snippetOf({ address: 'https://track.example/en/embed/tls_a?x=1&y=2', title: 'Cargo "A" <b>' });
  expect(html).toContain('src="https://track.example/en/embed/tls_a?x=1&amp;y=2"');
  expect(html).toContain('title="Cargo &quot;A&quot; &lt;b&gt;"');
  expect(html).toMatch(/^<iframe [^>]*>\s*<\/iframe>$/);
});
