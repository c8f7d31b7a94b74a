import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { dcsaCallbacks } from '../../api/src/dcsa/callback-form.ts';
import { dcsaTrackAndTrace2 } from '../../api/src/dcsa/facade.ts';
import { epcisQueries } from '../../api/src/epcis/facade.ts';
import { epcisSubscriptions } from '../../api/src/epcis/subscription-form.ts';
import { calledWith, FORMATS, served, viewsOf } from './facade-answers.ts';
import { areOthersThere, othersFile } from './others-files.ts';
import { readYaml } from './read-yaml.ts';

// What the façades answer and call with, held against the documents of those whose standards they are.

const GS1 = othersFile('epcis/schema/gs1__EPCIS__EPCIS-JSON-Schema.json');
const DCSA = othersFile('dcsa/openapi/tnt__v2__test__tnt_v2.2.0.yaml');

function newAjv(): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true });
  (addFormats as unknown as (to: Ajv) => void)(ajv);
  return ajv;
}

/** Every page that a façade answers to a question, from the first on. */
async function* pages(app: ReturnType<typeof served>, path: string, nextIn: (headers: Headers) => string | null): AsyncGenerator<unknown, void> {
  for (let at: string | null = path; at !== null; ) {
    const response: Response = await app.request(at);
    expect(response.status, await response.clone().text()).toBe(200);
    yield await response.json();
    at = nextIn(response.headers);
  }
} // prettier-ignore

const epcisNext = (headers: Headers) =>
  /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1] ?? null;
const dcsaNext = (headers: Headers) => headers.get('next-page');

interface QueryDocument {
  readonly epcisBody: { readonly queryResults: { readonly resultsBody: { readonly eventList: { readonly eventID: string }[] } } };
} // prettier-ignore
const eventsIn = ({ epcisBody }: QueryDocument) => epcisBody.queryResults.resultsBody.eventList;

async function dcsaEvents(format: string): Promise<{ readonly eventID: string }[]> {
  const all = [];
  for await (const page of pages(served(dcsaTrackAndTrace2, viewsOf(format)), '/v2/events', dcsaNext))
    all.push(...(page as { eventID: string }[]));
  return all;
}

function expectValid(isValid: ValidateFunction, told: unknown): void {
  isValid(told);
  const wrong = (isValid.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
  expect(wrong, JSON.stringify(told)).toEqual([]);
} // prettier-ignore

/** The document lists `BKG (Booking)` where the standard, and its own examples, have `BKG`. */
function withoutExplanations(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    key === 'enum' && Array.isArray(value) ? value.map((one) => String(one).replace(/ \(.*\)$/, '')) : value,
  );
}

describe('façades tell of what a format said', () => {
  it('in both standards, to whoever asks and whoever is called, the same events', async () => {
    let [inEpcis, inDcsa] = [0, 0];
    for (const format of FORMATS) {
      const views = viewsOf(format);
      const asked = [];
      for await (const page of pages(served(epcisQueries, views), '/epcis/v2/events?perPage=50', epcisNext))
        asked.push(...eventsIn(page as QueryDocument));
      const called = await calledWith(epcisSubscriptions, views, { query: {}, queryName: 'all' });
      const ids = (events: readonly { eventID: string }[]) => events.map(({ eventID }) => eventID).toSorted();
      expect(ids(called ? eventsIn(called as QueryDocument) : []), format).toEqual(ids(asked));
      const dcsa = await dcsaEvents(format);
      expect(ids(((await calledWith(dcsaCallbacks, views, {})) ?? []) as { eventID: string }[]), format).toEqual(ids(dcsa));
      [inEpcis, inDcsa] = [inEpcis + asked.length, inDcsa + dcsa.length];
    }
    expect([inEpcis, inDcsa].every((count) => count > 50), `${inEpcis} ${inDcsa}`).toBe(true);
  }); // prettier-ignore
});

// A test that is left out counts as failed, so what cannot be asked here is no test.
if (areOthersThere)
  it('where files of others lie beside the repository, these documents are among them', () => {
    expect([GS1, DCSA]).not.toContain(null);
  });

if (GS1) describe('by the JSON schema of GS1', () => {
  const isValid = newAjv().compile(JSON.parse(readFileSync(GS1, 'utf8')) as object);

  it.each(FORMATS)('pages, events and calls of subscriptions with what %s said', async (format) => {
    const views = viewsOf(format);
    const app = served(epcisQueries, views);
    for await (const page of pages(app, '/epcis/v2/events?perPage=50', epcisNext)) {
      expectValid(isValid, page);
      const [event] = eventsIn(page as QueryDocument);
      if (event) expectValid(isValid, await (await app.request(`/epcis/v2/events/${event.eventID}`)).json());
    }
    const called = await calledWith(epcisSubscriptions, views, { query: {}, queryName: 'all' });
    if (called) expectValid(isValid, called);
  });

  it('the call that tells of nothing, and the one that tests', () => {
    expectValid(isValid, JSON.parse(epcisSubscriptions.test(0)));
  });
}); // prettier-ignore

if (DCSA) describe('by the OpenAPI document of DCSA Track and Trace 2.2.0', () => {
  const ajv = newAjv();
  const $id = 'https://dcsa/';
  ajv.addSchema({ ...(withoutExplanations(readYaml(readFileSync(DCSA, 'utf8'))) as object), $id });
  const by = (...path: readonly string[]): ValidateFunction =>
    ajv.compile({ $ref: `${$id}#/${path.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}` });
  const answer = (path: string, status: string) =>
    by('paths', path, 'get', 'responses', status, 'content', 'application/json', 'schema');

  it.each(FORMATS)('pages, events and callbacks with what %s said', async (format) => {
    const [isPage, isEvent] = [answer('/v2/events', '200'), answer('/v2/events/{eventID}', '200')];
    const app = served(dcsaTrackAndTrace2, viewsOf(format));
    for await (const page of pages(app, '/v2/events', dcsaNext)) {
      expectValid(isPage, page);
      const [first] = page as { eventID: string }[];
      if (first) expectValid(isEvent, await (await app.request(`/v2/events/${first.eventID}`)).json());
    }
    const callback = await calledWith(dcsaCallbacks, viewsOf(format), {});
    if (callback) expectValid(isPage, callback);
  });

  it('what is refused', async () => {
    const isError = answer('/v2/events', 'default');
    for (const asked of ['/v2/events?eventType=NONE', '/v2/events?limit=many', '/v2/events/none']) {
      const response = await served(dcsaTrackAndTrace2, []).request(asked);
      expect(response.status, asked).toBeGreaterThanOrEqual(400);
      expectValid(isError, await response.json());
    }
  });
}); // prettier-ignore
