import { isUtf8 } from 'node:buffer';
import { latin1 } from '../syntax/charset.ts';
import { listJsonMembers, type JsonSpan } from '../syntax/json-spans.ts';

/** What answers of interfaces say of themselves. */
const ABOUT =
  /^(?:(?:err(?:or)?|ret|resp(?:onse)?|status|result)?_?(?:code|msg|message|desc|no)|success|ok|status|flag|error|total|totals|total_?(?:count|size|pages|elements|num)|count|pages?|page_?(?:no|num|number|index|size)|size|limit|offset|current|has_?(?:next|more)|(?:server_?)?time|timestamp|ts|sign|signature|(?:request|trace|msg|message)_?id|version|encrypt(?:ed)?)$/i;
/** Where they keep what was asked for. */
const CONTENT =
  /^(?:data|datas|results?|list|rows|records|items|content|body|payload|response|value|values|obj|object|info|detail)$/i;
const MAX_DEPTH = 64;
const DEEPEST = 4;

/** What a gateway's answer in JSON is about, without the answer around it. */
export interface GatewayContent extends JsonSpan {
  /** `$.data.list`. */
  readonly path: string;
}

/**
 *     { "code": 200, "msg": "成功", "data": { "total": 2, "list": [ … ] } }
 *
 * The one object or list in an object that says nothing else of the matter. Null where something else stands beside it: then
 * it is no answer around a message, but a message.
 */
export function gatewayContent(bytes: Uint8Array): GatewayContent | null {
  const head = latin1(bytes.subarray(0, 256));
  const first = /^(?:\xef\xbb\xbf)?\s*\{\s*"(\w+)"/.exec(head)?.[1];
  if (first === undefined || !(ABOUT.test(first) || CONTENT.test(first))) return null;
  const options = { maxDepth: MAX_DEPTH, doubleByte: !isUtf8(bytes) };
  let [found, path] = [null as GatewayContent | null, '$'];
  let within: JsonSpan = { start: bytes.indexOf(0x7b), end: bytes.length };
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const members: ReturnType<typeof listJsonMembers> =
      bytes[within.start] === 0x7b ? listJsonMembers(bytes, within, options) : null;
    if (!members || !members.every(({ name }) => ABOUT.test(name) || CONTENT.test(name))) return found;
    const held = members.filter(({ start }) => bytes[start] === 0x7b || bytes[start] === 0x5b);
    const [one] = held;
    if (!one || held.length > 1 || !CONTENT.test(one.name)) return found;
    path += `.${one.name}`;
    found = { start: one.start, end: one.end, path };
    within = one;
  }
  return found;
}
