import { ACTIONS, bareWord, EVENT_TYPES, isUri } from './vocabulary.ts';

/** What a parameter's value has to be. */
type Shape = 'EVENT_TYPE' | 'TIME' | 'ACTION' | 'WORD' | 'URI' | 'TEXT' | 'NUMBER' | 'FLAG';

interface Parameter {
  readonly shape: Shape;
  /** Several are alternatives: in an address with `|` between them (EPCIS 2.0, 12.7.1), in JSON a list. */
  readonly isList: boolean;
}

const one = (shape: Shape): Parameter => ({ shape, isList: false });
const list = (shape: Shape): Parameter => ({ shape, isList: true });

/** Parameters of the event query (EPCIS 2.0, 8.2.7.1), by name. */
const PARAMETERS: Readonly<Record<string, Parameter>> = {
  eventType: list('EVENT_TYPE'),
  ...named(one('TIME'), 'GE_eventTime', 'LT_eventTime', 'GE_recordTime', 'LT_recordTime', 'GE_errorDeclarationTime', 'LT_errorDeclarationTime', 'GE_errorDeclaration_Time', 'LT_errorDeclaration_Time', 'GE_time', 'LT_time', 'GE_startTime', 'LT_startTime', 'GE_endTime', 'LT_endTime'),
  EQ_action: list('ACTION'),
  ...named(list('WORD'), 'EQ_bizStep', 'EQ_disposition', 'EQ_persistentDisposition_set', 'EQ_persistentDisposition_unset', 'EQ_errorReason', 'EQ_type'),
  ...named(list('URI'), 'EQ_readPoint', 'WD_readPoint', 'EQ_bizLocation', 'WD_bizLocation', 'EQ_transformationID', 'EQ_eventID', 'EQ_correctiveEventID'),
  ...named(list('URI'), 'MATCH_epc', 'MATCH_parentID', 'MATCH_inputEPC', 'MATCH_outputEPC', 'MATCH_anyEPC', 'MATCH_epcClass', 'MATCH_inputEPCClass', 'MATCH_outputEPCClass', 'MATCH_anyEPCClass'),
  ...named(list('URI'), 'EQ_deviceID', 'EQ_dataProcessingMethod', 'EQ_microorganism', 'EQ_chemicalSubstance', 'EQ_bizRules', 'EQ_uriValue'),
  ...named(list('TEXT'), 'EQ_stringValue', 'EQ_hexBinaryValue'),
  EQ_quantity: list('NUMBER'),
  ...named(one('NUMBER'), 'GT_quantity', 'GE_quantity', 'LT_quantity', 'LE_quantity', 'GT_percRank', 'GE_percRank', 'LT_percRank', 'LE_percRank'),
  ...named(one('FLAG'), 'EXISTS_errorDeclaration', 'EXISTS_sensorElementList'),
}; // prettier-ignore

/** With the type of transaction, source or destination in their name. */
const TYPED = /^EQ_(?:bizTransaction|source|destination)_\S{1,200}$/;
const ORDER_BY = ['eventTime', 'recordTime'] as const;
const CONTROLS = new Set(['orderBy', 'orderDirection', 'eventCountLimit', 'maxEventCount']);
/** All that a query may say, but for those with a type in their name. */
export const PARAMETER_NAMES: readonly string[] = [...Object.keys(PARAMETERS), ...CONTROLS];
/** Named by the standard, for what no event of ours has: extensions, master data. */
const NEVER = /^(?:(?:EQ|GT|GE|LT|LE|EXISTS)_(?:INNER_)?(?:ILMD_|ERROR_DECLARATION_|SENSOR\w+_)?[a-z]\w*(?::|\.)\S+|(?:EQATTR|HASATTR)_\S+|(?:EQ|GT|GE|LT|LE)_(?:value|minValue|maxValue|meanValue|sDev|percValue)_\S+|EQ_booleanValue)$/; // prettier-ignore

export interface EpcisQuery {
  /** Values of each parameter, as given. All of them have to match. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Null: no order is asked for. */
  readonly orderBy: (typeof ORDER_BY)[number] | null;
  readonly isDescending: boolean;
  /** At most so many events in all; null: all. */
  readonly eventCountLimit: number | null;
  /** More events than this are an error; null: none are. */
  readonly maxEventCount: number | null;
}

/** What is wrong with a query, in words. */
export interface QueryProblems {
  readonly problems: readonly string[];
}

/** The parameters of an address: the query's and no others (paging is taken out before). */
export function queryOfAddress(given: Iterable<readonly [string, string]>): EpcisQuery | QueryProblems {
  const values = new Map<string, string[]>();
  const problems: string[] = [];
  for (const [name, text] of given) {
    if (values.has(name)) problems.push(`${name} stands twice.`);
    values.set(name, isListed(name) ? text.split('|') : [text]);
  }
  const read = readQuery(values);
  if ('problems' in read) return { problems: [...problems, ...read.problems] };
  return problems.length > 0 ? { problems } : read;
} // prettier-ignore

const NO_OBJECT = 'query: an object whose fields are parameters.';

/** A query as JSON has it (`query-schema.json`): lists for alternatives, numbers, times and words by themselves. */
export function queryOfJson(given: unknown): EpcisQuery | QueryProblems {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return { problems: [NO_OBJECT] };
  const values = new Map<string, string[]>();
  const problems: string[] = [];
  for (const [name, said] of Object.entries(given as Record<string, unknown>)) {
    if (name === '@context') continue;
    const all: readonly unknown[] = Array.isArray(said) ? said : [said];
    if (Array.isArray(said) !== isListed(name) && (isListed(name) || PARAMETER_NAMES.includes(name)))
      problems.push(`${name}: ${isListed(name) ? 'a list' : 'one value'}.`);
    if (all.some((value) => !['string', 'number', 'boolean'].includes(typeof value))) problems.push(`${name}: no such value.`);
    values.set(name, all.map(String));
  }
  const read = readQuery(values);
  if ('problems' in read) return { problems: [...problems, ...read.problems] };
  return problems.length > 0 ? { problems } : read;
} // prettier-ignore

function isListed(name: string): boolean {
  return TYPED.test(name) || (Object.hasOwn(PARAMETERS, name) && PARAMETERS[name]?.isList === true);
}

function readQuery(given: ReadonlyMap<string, readonly string[]>): EpcisQuery | QueryProblems {
  const problems: string[] = [];
  const values: Record<string, readonly string[]> = {};
  for (const [name, said] of given) {
    if (CONTROLS.has(name)) continue;
    const shape = TYPED.test(name) ? 'URI' : Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name]?.shape : undefined;
    if (!shape) {
      problems.push(NEVER.test(name) ? `${name} is not served: no event here has such a field.` : `${name} is no parameter of an event query.`);
      continue;
    }
    const wrong = said.find((text) => !FITS[shape](text));
    if (wrong !== undefined || said.length === 0) problems.push(`${name}: ${WANTED[shape]}, not ${JSON.stringify(wrong?.slice(0, 60) ?? null)}.`);
    values[name] = said;
  }
  const [orderBy = null] = given.get('orderBy') ?? [];
  const [direction = 'DESC'] = given.get('orderDirection') ?? [];
  if (orderBy !== null && !isOrder(orderBy)) problems.push(`orderBy: one of ${ORDER_BY.join(', ')}.`);
  if (direction !== 'ASC' && direction !== 'DESC') problems.push('orderDirection: ASC or DESC.');
  const count = (name: 'eventCountLimit' | 'maxEventCount'): number | null => {
    const [text] = given.get(name) ?? [];
    if (text === undefined) return null;
    if (!/^[1-9]\d{0,8}$/.test(text)) problems.push(`${name}: a whole number from 1 on.`);
    return Number(text);
  };
  const [eventCountLimit, maxEventCount] = [count('eventCountLimit'), count('maxEventCount')];
  // EPCIS 2.0, 8.2.7.1: the one cuts off, the other refuses; a query has at most one of them.
  if (eventCountLimit !== null && maxEventCount !== null) problems.push('eventCountLimit and maxEventCount exclude each other.');
  if (problems.length > 0) return { problems };
  return { values, orderBy: isOrder(orderBy) ? orderBy : null, isDescending: direction === 'DESC', eventCountLimit, maxEventCount };
} // prettier-ignore

const FITS: Readonly<Record<Shape, (text: string) => boolean>> = {
  EVENT_TYPE: (text) => (EVENT_TYPES as readonly string[]).includes(text),
  TIME: (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)), // prettier-ignore
  ACTION: (text) => (ACTIONS as readonly string[]).includes(text),
  WORD: (text) => /^\w{1,64}$/.test(bareWord(text)) || isUri(text),
  URI: isUri,
  TEXT: (text) => text !== '' && text.length <= 512,
  NUMBER: (text) => text.trim() !== '' && Number.isFinite(Number(text)),
  FLAG: () => true,
};

const WANTED: Readonly<Record<Shape, string>> = {
  EVENT_TYPE: `one of ${EVENT_TYPES.join(', ')}`,
  TIME: 'a date-time with an offset (RFC 3339)',
  ACTION: `one of ${ACTIONS.join(', ')}`,
  WORD: 'a word of the vocabulary, or a URI',
  URI: 'a URI',
  TEXT: 'some text',
  NUMBER: 'a number',
  FLAG: 'nothing',
};

function isOrder(text: string | null): text is (typeof ORDER_BY)[number] {
  return ORDER_BY.some((name) => name === text);
}

function named(parameter: Parameter, ...names: readonly string[]): Record<string, Parameter> {
  return Object.fromEntries(names.map((name) => [name, parameter]));
}

/** Both together; null: they name one parameter differently, and only one value list of each is kept. */
export function bothQueries(a: EpcisQuery, b: EpcisQuery): EpcisQuery | null {
  const isSaidTwice = Object.keys(a.values).some((name) => Object.hasOwn(b.values, name));
  return isSaidTwice ? null : { ...b, values: { ...a.values, ...b.values } };
}

/** A query for one value of one parameter. */
export function queryFor(name: string, value: string): EpcisQuery {
  return { values: { [name]: [value] }, orderBy: null, isDescending: false, eventCountLimit: null, maxEventCount: null };
} // prettier-ignore
