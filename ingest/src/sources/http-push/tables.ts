import type { IncomingMessage, ServerResponse } from 'node:http';
import { EVENT_CODES } from 'graph-schema/domain/event-code';
import { TABLE_FIELDS, type TableMapping } from 'graph-schema/domain/table-mapping';
import { previewTable } from '../../claims/tables/preview-table.ts';
import { suggestMapping } from '../../claims/tables/suggest-mapping.ts';
import type { Ingest } from '../../ingest.ts';
import { problem, refuse, sendJson } from '../http/answer.ts';
import type { Door } from '../http/door.ts';
import { readBody } from '../http/read-body.ts';
import { tableMapping } from '../table-mapping-shape.ts';
import { readForm } from './form.ts';

const MAPPING_BYTES_MAX = 100_000;
const FIELDS: ReadonlySet<string> = new Set(TABLE_FIELDS);
const CODES: ReadonlySet<string> = new Set(EVENT_CODES);
/** Asks for nothing: what the table has is then seen before anything is mapped. */
const UNMAPPED: TableMapping = {
  id: 'preview',
  name: 'preview',
  match: [],
  sheet: null,
  columns: {},
  events: [],
  constants: {},
  codes: {},
  dateFormats: [],
};

/** Spreadsheets of a source: tried before a mapping is saved, and read by it afterwards. */
export interface TableRoutes {
  /** `POST /v1/tables/preview`: a form with `file` and, if there is one, `mapping`; nothing is stored. */
  preview(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** `PUT /v1/tables/<id>`: saves a mapping with the source whose key is sent. */
  save(request: IncomingMessage, response: ServerResponse, id: string): Promise<void>;
}

export function createTableRoutes(
  door: Door,
  { sources, places, now }: Pick<Ingest, 'sources' | 'places' | 'now'>,
): TableRoutes {
  return {
    async preview(request, response) {
      const admitted = door.admit(request, response);
      if (!admitted) return;
      const parts = new Map<string, Buffer | null>();
      try {
        await readForm(request, door.bytesMax, async ({ field, bytes }) => {
          parts.set(field === 'mapping' ? 'mapping' : 'file', bytes);
        });
      } catch (error) {
        request.resume();
        const why = error instanceof Error ? error.message : 'unknown';
        return problem(response, 400, 'BAD_FORM', `The form cannot be read: ${why}.`);
      }
      const file = parts.get('file');
      if (!file) return problem(response, 400, 'EMPTY_MESSAGE', 'The form has no file that could be read.');
      const given = parts.get('mapping');
      const mapping = given ? mappingOf(given, UNMAPPED.id) : null;
      if (typeof mapping === 'string') return problem(response, 400, 'BAD_MAPPING', mapping);
      const context = { receivedAt: new Date(now()).toISOString(), source: admitted.source, places };
      const seen = previewTable(file, mapping ?? UNMAPPED, context, mapping ? undefined : 0);
      if (!seen) return problem(response, 422, 'NO_TABLE', 'The file holds no table, CSV or XLSX.');
      const suggestion = suggestMapping(seen.header);
      const shown = mapping ? seen : previewTable(file, { ...UNMAPPED, ...suggestion }, context);
      sendJson(response, 200, { ...shown, suggestion });
    },
    async save(request, response, id) {
      const admitted = door.admit(request, response);
      if (!admitted) return;
      const body = await readBody(request, MAPPING_BYTES_MAX);
      if ('refusal' in body) return refuse(response, body.refusal);
      const mapping = mappingOf(body.bytes, id);
      if (typeof mapping === 'string') return problem(response, 400, 'BAD_MAPPING', mapping);
      if (mapping.id !== id)
        return problem(response, 400, 'BAD_MAPPING', 'The id of the mapping is another one.');
      sources.saveTable(admitted.source.id, mapping);
      sendJson(response, 200, mapping);
    },
  };
}

/** A mapping, or in words what is wrong with it. It may leave out its id, which its address has. */
function mappingOf(bytes: Buffer, id: string): TableMapping | string {
  let content: unknown;
  try {
    content = JSON.parse(bytes.toString('utf8'));
  } catch {
    return 'The mapping is no JSON.';
  }
  const isObject = typeof content === 'object' && content !== null && !Array.isArray(content);
  const parsed = tableMapping.safeParse(isObject ? { id, ...(content as object) } : content);
  if (parsed.success) return wrongWords(parsed.data) ?? parsed.data;
  const [issue] = parsed.error.issues;
  return `${issue?.path.join('.') || 'mapping'}: ${issue?.message ?? 'not a mapping'}.`;
}

/** Words that the shape allows and no reader knows: a column that is left out without a word is missed much later. */
function wrongWords({ columns, constants, codes }: TableMapping): string | null {
  const field = [...Object.keys(columns), ...Object.keys(constants)].find((name) => !FIELDS.has(name));
  if (field !== undefined) return `"${field}" is no field. Fields are ${TABLE_FIELDS.join(', ')}.`;
  const code = Object.values(codes).find((word) => !CODES.has(word));
  return code === undefined ? null : `"${code}" is no event code. Event codes are ${EVENT_CODES.join(', ')}.`;
}
