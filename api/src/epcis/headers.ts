import type { MiddlewareHandler } from 'hono';
import type { RestEnv } from '../rest/facade.ts';
import { epcisProblem } from './problems.ts';
import { OURS } from './vocabulary.ts';

const VERSION = '2.0.0';

/** With every answer and every call: what it is made by (EPCIS 2.0, 12.3). Identifiers are told in one form, whatever they came in. */
export const ALWAYS = {
  'GS1-EPCIS-Version': VERSION,
  'GS1-CBV-Version': VERSION,
  'GS1-EPC-Format': 'Never_Translates',
  'GS1-CBV-XML-Format': 'Never_Translates',
  'GS1-Extensions': `throughline=${OURS}`,
} as const;

/** What OPTIONS says besides. */
export const DISCOVERY = {
  'GS1-EPCIS-Min': VERSION,
  'GS1-EPCIS-Max': VERSION,
  'GS1-CBV-Min': VERSION,
  'GS1-CBV-Max': VERSION,
  'GS1-Vendor-Version': '1',
} as const;

const MAJOR = /^2(?:\.0){0,2}$/;
const LONGEST = 8_000;

/** Puts the standard's headers on each answer, and refuses what they ask for in vain. */
export const negotiate: MiddlewareHandler<RestEnv> = async (c, next) => {
  for (const [name, value] of Object.entries(ALWAYS)) c.header(name, value);
  if (c.req.url.length > LONGEST) return epcisProblem(c, 'URITooLongException', `At most ${LONGEST} characters.`);
  for (const name of ['gs1-epcis-version', 'gs1-cbv-version', 'gs1-epcis-min', 'gs1-cbv-min'] as const) {
    const asked = c.req.header(name);
    if (asked !== undefined && !MAJOR.test(asked.trim())) return epcisProblem(c, 'NotAcceptableException', `${name}: this is 2.0.`);
  }
  const format = c.req.header('gs1-epc-format');
  if (format !== undefined && !/^(?:No_Preference|Never_Translates)$/.test(format.trim()))
    return epcisProblem(c, 'NotAcceptableException', 'GS1-EPC-Format: identifiers are not translated.');
  const accept = c.req.header('accept') ?? '*/*';
  const isJson = /(?:^|,)\s*(?:\*\/\*|application\/(?:\*|json|ld\+json|problem\+json))\s*(?:;|,|$)/.test(accept);
  if (!isJson) return epcisProblem(c, 'NotAcceptableException', 'application/json or application/ld+json.');
  return next();
}; // prettier-ignore
