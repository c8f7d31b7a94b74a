/**
 * The id by which an operation is sent: the SHA-256 of its text, as in the list of the API (`api/persisted-operations.json`). Empty:
 * the browser makes none, because the page came without TLS; then the text is sent.
 */
export async function operationId(text: string): Promise<string> {
  // Not there in insecure contexts, whatever its type says.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return '';
  const hash = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
