import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

// The floor of fan-out: a server that sends the same text to everybody who is connected. POST a text to have it sent.
const http = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const text = Buffer.concat(chunks).toString();
    for (const client of lines.clients) client.send(text);
    response.end();
  });
});
const lines = new WebSocketServer({ server: http, perMessageDeflate: false });
http.listen(Number(process.argv[2]), '127.0.0.1', () => process.send?.('ready'));
