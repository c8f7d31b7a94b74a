import { expect, it } from 'vitest';
import { readYaml } from './read-yaml.ts';

it('reads what OpenAPI documents are written with', () => {
  const text = `# A comment.
openapi: 3.0.1
paths:
  /v2/events:
    get:
      tags: [Events, 'Others']
      description: |
        Two
        lines.
      limit: 100
      share: 0.5
      isOld: false
      empty:
      responses:
        "200": {description: Done, content: ~}
      anyOf:
      - $ref: '#/a'
      # Another comment.
      - type: string
        pattern: "^\\\\d+$"
`;
  expect(readYaml(text)).toEqual({
    openapi: '3.0.1',
    paths: {
      '/v2/events': {
        get: {
          tags: ['Events', 'Others'],
          description: 'Two\nlines.\n',
          limit: 100,
          share: 0.5,
          isOld: false,
          empty: null,
          responses: { 200: { description: 'Done', content: null } },
          anyOf: [{ $ref: '#/a' }, { type: 'string', pattern: '^\\d+$' }],
        },
      },
    },
  });
  expect(() => readYaml('a: &b 1\nc: *b\n')).toThrow('is not read');
});
