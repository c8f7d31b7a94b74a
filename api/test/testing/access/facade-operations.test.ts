import { expect, it } from 'vitest';
import { FACADES } from '../../../src/rest/facades.ts';
import { createRestApp, openApiDocument } from '../../../src/rest/rest-app.ts';
import { FACADE_OPERATIONS } from './facade-operations.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** However a parameter is called. */
const plain = (operation: string) => operation.replaceAll(/\{\w+\}|:\w+/g, '{}');

it('every request that a façade describes, or answers without, has a rule, and no other', () => {
  const app = createRestApp(FACADES, () => null);
  const described = Object.entries(openApiDocument(app, FACADES).paths ?? {}).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
  );
  // What looks at many paths answers none of them.
  const answered = app.routes.filter(({ method, path }) => METHODS.includes(method) && !path.endsWith('*'));
  const all = [...described, ...answered.map(({ method, path }) => `${method} ${path}`)].map(plain);
  const ruled = FACADE_OPERATIONS.map(({ method, path }) => plain(`${method} ${path}`));
  expect(all.filter((one) => !ruled.includes(one)), 'without a rule').toEqual([]);
  expect(ruled.filter((one) => !all.includes(one)), 'of nothing').toEqual([]);
}); // prettier-ignore
