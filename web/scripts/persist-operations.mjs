// Writes the list of operations that the API takes by id: npm run persisted
import { writeFileSync } from 'node:fs';
import { listOperations } from './operations.mjs';

const list = Object.fromEntries((await listOperations()).map(({ id, text }) => [id, text]));
const file = new URL('../../api/persisted-operations.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(list, null, 2)}\n`);
