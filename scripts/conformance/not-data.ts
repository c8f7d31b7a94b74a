/**
 * Whether a file is something about messages instead of messages: source code, schemas, descriptions of interfaces,
 * collections of requests, hashes and expected outputs, prose. Told by content; a name decides only where content cannot
 * (a Markdown file may quote a whole message).
 */
export function isNotData(name: string, bytes: Uint8Array): boolean {
  if (NAMES.test(name)) return true;
  const text = new TextDecoder('latin1')
    .decode(bytes.subarray(0, HEAD_BYTES))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  return SIGNS.some((sign) => sign.test(text));
}

const HEAD_BYTES = 16 * 1024;

/** Prose, source code, build files, pictures, archives. */
const NAMES =
  /(?:^|\/)(?:README|LICEN[CS]E|NOTICE|CHANGELOG)[^/]*$|\.(?:md|rst|adoc|html?|pdf|docx?|png|jpe?g|gif|svg|[cm]?[jt]sx?|py|java|cs|go|rs|rb|php|c|h|cpp|kt|scala|swift|sh|bat|ps1|sql|proto|xsd|xslt?|wsdl|dtd|rng|avsc|graphql|lock|toml|ini|properties|gradle|csproj|sln|sum|zip|gz|tar|jar)$/i;

const SIGNS: readonly RegExp[] = [
  /* OpenAPI, AsyncAPI, Swagger */ /^(?:---\s*)?(?:#[^\n]*\n\s*)*(?:openapi|swagger|asyncapi)\s*:/,
  /^\{\s*"(?:openapi|swagger|asyncapi)"\s*:/,
  /* JSON Schema */ /^\{\s*(?:"[$\w]+"\s*:\s*"[^"]*"\s*,\s*){0,4}"\$(?:schema|id|defs)"\s*:/,
  /^\{\s*"\$(?:schema|id)"\s*:/,
  /* Postman */ /"_postman_id"|"schema"\s*:\s*"https:\/\/schema\.getpostman\.com/,
  /* XML Schema, WSDL, stylesheets */ /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:\w+:)?(?:schema|definitions|stylesheet|grammar|wsdl)[\s>][^>]*(?:XMLSchema|wsdl|XSL\/Transform|relaxng)/,
  /* GS1 event hashes */ /^ni:\/\/\/sha-\d+;/,
  /* what those hashes are made of */ /^eventType=\w+Event/,
  /* checksum lists */ /^[0-9a-f]{32,128} [ *]\S+\s*$/m,
  /* HTML */ /^<!DOCTYPE html/i,
];
