// follow.ts https://…/graphql COSU6415530971 cursor.txt: looks a number up and follows it; run again, it goes on where it was.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createClient } from 'api/client';

const [url = '', number = '', file = ''] = process.argv.slice(2);
const client = createClient({ url, key: process.env['THROUGHLINE_KEY'] ?? null });
const { shipments } = await client.lookup(number);
for (const { shipment } of shipments) console.log('shipment', shipment.id, shipment.journey.phase);
const after = existsSync(file) ? readFileSync(file, 'utf8') : null;
for await (const page of client.statusFeed(after, { filter: { numbers: [number] } })) {
  // A ResyncError is the last page: the next run looks up anew, and goes on from its cursor.
  const entries = page.__typename === 'FeedPage' ? page.entries : [];
  for (const { id, kind, shipmentId } of entries) console.log('entry', id, kind, shipmentId);
  writeFileSync(file, page.cursor);
}
