import { expect, test } from 'vitest';
import type { Ctx } from '../../../kernel/ctx.ts';
import { passkeyPlace } from './place.ts';

type Site = { publicUrl: string; lan?: { trustPort: number } };

/** What the question looks at, and nothing else. */
const at = (host: string, config: Site) => passkeyPlace({ app: { config }, http: { headers: new Headers({ host }) } } as unknown as Ctx);
const LAN: Site = { publicUrl: 'https://192.168.1.7:8080', lan: { trustPort: 8081 } };

test('the public address by its name, or localhost', () => {
  const site = { publicUrl: 'https://comics.example.org' };
  expect(at('comics.example.org', site)).toEqual({ rpId: 'comics.example.org', origin: 'https://comics.example.org' });
  expect(at('other.example.org', site)).toBeUndefined();
  expect(at('localhost:8080', { publicUrl: 'http://127.0.0.1:8080' })).toEqual({ rpId: 'localhost', origin: 'http://localhost:8080' });
  expect(at('127.0.0.1:8080', { publicUrl: 'http://127.0.0.1:8080' })).toBeUndefined();
});

test('at home every name of the machine, never a number and never the plain port', () => {
  expect(at('studio.local:8080', LAN)).toEqual({ rpId: 'studio.local', origin: 'https://studio.local:8080' });
  expect(at('192.168.1.7:8080', LAN)).toBeUndefined();
  expect(at('[fd00::7]:8080', LAN)).toBeUndefined();
  expect(at('studio.local:8081', LAN)).toBeUndefined();
  expect(at('localhost:8080', LAN)).toEqual({ rpId: 'localhost', origin: 'https://localhost:8080' });
  expect(at('localhost:8081', LAN)).toEqual({ rpId: 'localhost', origin: 'http://localhost:8081' });
});
