// follow.ts https://…/graphql COSU6415530971 cursor.txt: looks a number up and follows it; run again, it goes on where it was.
import { createClient, cursorFile } from 'api/client';

const [url = '', number = '', file = ''] = process.argv.slice(2);
const client = createClient({ url, key: process.env['THROUGHLINE_KEY'] ?? null });
const { shipments } = await client.lookup(number);
for (const { shipment } of shipments) console.log('shipment', shipment.id, shipment.journey.phase);
const filter = { numbers: [number] };
for await (const { id, kind, shipmentId } of client.follow(cursorFile(file), { filter }))
  console.log('entry', id, kind, shipmentId);
