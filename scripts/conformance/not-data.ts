/**
 * Whether a file is something about messages instead of messages: source code, schemas, descriptions of interfaces,
 * collections of requests, hashes and expected outputs, prose, nothing at all. Told by content; a name decides only where content cannot
 * (a Markdown file may quote a whole message).
 */
export function isNotData(name: string, bytes: Uint8Array): boolean {
  if (PROSE.test(name) || EXPECTED.test(name)) return true;
  const text = new TextDecoder('latin1')
    .decode(bytes.subarray(0, HEAD_BYTES))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (text === '' && bytes.length <= HEAD_BYTES) return true;
  if (CODE.test(name)) return !ENVELOPE.test(text);
  return SIGNS.some((sign) => sign.test(text)) || isDescription(bytes, text);
}

const HEAD_BYTES = 16 * 1024;

/** Prose, pictures, archives. */
const PROSE =
  /(?:^|\/)(?:README|LICEN[CS]E|NOTICE|CHANGELOG)[^/]*$|\.(?:md|rst|adoc|pdf|docx?|png|jpe?g|gif|svg|zip|gz|tar|jar)$/i;

/** What somebody's reader is expected to make of a message that lies beside it. */
const EXPECTED =
  /(?:^|\/)expected(?:[_-](?:decodes?|outputs?|results?|events?))?\/|[._-]expected(?:[_-](?:decodes?|outputs?|results?|events?))?\.\w+$/i;

/** Source code, build files, schemas, settings: unless an interchange begins at once, whatever the file is called. */
const CODE =
  /(?:^|\/)(?:Makefile|Dockerfile|\.[^/]+)$|\.(?:html?|[cm]?[jt]sx?|py|java|cs|go|rs|rb|php|c|h|cpp|kt|scala|swift|sh|bat|ps1|sql|proto|xsd|xslt?|wsdl|dtd|rng|avsc|graphql|lock|toml|ini|properties|gradle|csproj|sln|sum|ya?ml|ttl|ipynb|diff|patch)$/i;
const ENVELOPE =
  /^(?:UNA[^A-Za-z]|UNB[^A-Za-z]|ISA[^A-Za-z]|00:[A-Z]{3,8}:|[!\\]|MSG,\d|F(?:SU|SA|WB|HL|FM|NA|MA)[/\r\n])/;

const SIGNS: readonly RegExp[] = [
  /* OpenAPI, AsyncAPI, Swagger */ /^(?:---\s*)?(?:#[^\n]*\n\s*)*(?:openapi|swagger|asyncapi)\s*:/,
  /^\{\s*"(?:openapi|swagger|asyncapi)"\s*:/,
  /* JSON Schema */ /^\{\s*(?:"[$\w]+"\s*:\s*"[^"]*"\s*,\s*){0,4}"\$(?:schema|id|defs)"\s*:/,
  /^\{\s*"\$(?:schema|id)"\s*:/,
  /* Postman */ /"_postman_id"|"schema"\s*:\s*"https:\/\/schema\.getpostman\.com/,
  /* XML Schema, WSDL, stylesheets */ /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:\w+:)?(?:schema|definitions|stylesheet|grammar|wsdl)[\s>][^>]*(?:XMLSchema|wsdl|XSL\/Transform|relaxng)/,
  /* projects of Maven, SoapUI and JAXB */ /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:project[\s>][^>]*maven|con:soapui-project|jaxb:bindings)/,
  /* decodes of AIS */ /^[[{]\s*\{?\s*(?:"msg_type"\s*:\s*\d+\s*,\s*"(?:repeat|mmsi)"|"class"\s*:\s*"AIS"\s*,)/,
  /* GS1 event hashes */ /^ni:\/\/\/sha-\d+;/,
  /* what those hashes are made of */ /^eventType=\w+Event/,
  /* checksum lists */ /^[0-9a-f]{32,128} [ *]\S+\s*$/m,
  /* HTML */ /^<!DOCTYPE html/i,
];

/** Beyond this many bytes no description of messages is kept in one file. */
const DESCRIPTION_BYTES = 4 * 1024 * 1024;

/** JSON that says what messages look like, or what their words mean, told by its outermost members. */
function isDescription(bytes: Uint8Array, text: string): boolean {
  if (!text.startsWith('{') || bytes.length > DESCRIPTION_BYTES) return false;
  let root: Readonly<Record<string, unknown>>;
  try {
    root = JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>>;
  } catch {
    return false;
  }
  const has = (key: string): boolean => typeof root[key] === 'object' && root[key] !== null;
  const isSchema =
    typeof root['$schema'] === 'string' ||
    (root['type'] === 'object' && has('properties')) ||
    (root['type'] === 'array' && has('items'));
  const isPackage =
    typeof root['name'] === 'string' && ['scripts', 'dependencies', 'devDependencies', 'require'].some(has);
  const keys = Object.keys(root).filter((key) => !/^(?:@id|@version|comment|\$comment)$/.test(key));
  const isContext = has('@context') && !Array.isArray(root['@context']) && keys.length === 1;
  const isOntology =
    has('@context') &&
    Array.isArray(root['@graph']) &&
    /"@type"\s*:\s*\[?\s*"(?:owl|rdfs?):\w+"/.test(JSON.stringify(root['@graph']).slice(0, HEAD_BYTES));
  return isSchema || isPackage || isContext || isOntology;
}
