// `node server.js` is the server that the example draws with: stripes in the colours of the seed, as PNG. PORT is 7999 unless told.
import { createServer } from 'node:http';
import { crc32, deflateSync } from 'node:zlib';

export const server = createServer(async (request, response) => {
  const answer = (status, body) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const key = process.env.STRIPES_KEY;
  if (key && request.headers.authorization !== `Bearer ${key}`) return answer(401, { error: 'wrong key' });
  if (request.url === '/about') return answer(200, { name: 'Stripes', version: '1.0', models: [{ id: 'stripes', name: 'Stripes' }] });
  if (request.url !== '/draw' || request.method !== 'POST') return answer(404, { error: 'no such thing' });
  let text = '';
  for await (const piece of request) text += piece;
  return answer(200, { png: stripes(JSON.parse(text)).toString('base64') });
});

function stripes({ width, height, seed, stripes: count }) {
  const rows = Buffer.alloc((1 + 3 * width) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isDark = Math.floor((count * (x + y)) / width) % 2 === 0;
      rows.set([(seed * 53) % 256, (seed * 97) % 256, (seed * 193) % 256].map((part) => (isDark ? part : 255 - part)), y * (1 + 3 * width) + 1 + 3 * x);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

if (import.meta.main) server.listen(Number(process.env.PORT ?? 7999), '127.0.0.1', () => console.log('Drawing stripes on', server.address()));
