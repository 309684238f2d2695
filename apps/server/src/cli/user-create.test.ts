import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootServer, type BootedServer } from '@komawari/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { writeInstanceFile } from '../supervisor/control.ts';
import { parseUserCreate, user } from './user-create.ts';

let server: BootedServer;
let folder: string;
beforeAll(async () => {
  server = await bootServer();
  folder = mkdtempSync(join(tmpdir(), 'koma-user-'));
  mkdirSync(join(folder, 'run'), { recursive: true });
  writeInstanceFile(folder, { pid: process.pid, host: '127.0.0.1', port: Number(new URL(server.url).port), url: server.url, token: server.app.config.controlToken });
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => vi.restoreAllMocks());

describe('koma user create', () => {
  test('makes an account through the running instance; its key works', async () => {
    const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    expect(await user(['create', '--email', 'Owner@Example.test', '--role', 'owner', '--api-key', '--json'], { KOMA_DATA: folder })).toBe(0);
    const made = JSON.parse(String(said.mock.calls[0]?.[0])) as { email: string; role: string; password: string; apiKey: string };
    expect(made).toMatchObject({ email: 'owner@example.test', role: 'owner' });
    expect((await server.call('GET', '/api/v1/me', { headers: { authorization: `Bearer ${made.apiKey}` } })).body).toMatchObject({ user: { role: 'owner' } });
    expect((await server.call('POST', '/api/v1/sign-in', { body: { email: made.email, password: made.password } })).status).toBe(200);
  });

  test('says in one sentence that the e-mail is taken', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    await user(['create', '--email', 'twice@example.test'], { KOMA_DATA: folder });
    expect(await user(['create', '--email', 'twice@example.test'], { KOMA_DATA: folder, LANG: 'ja_JP.UTF-8' })).toBe(1);
    expect(said.mock.calls).toEqual([[expect.stringMatching(/登録済み/)]]);
  });

  test('asks for what is missing and refuses what does not fit', () => {
    expect(parseUserCreate([])).toBeUndefined();
    expect(parseUserCreate(['create'])).toBeUndefined();
    expect(() => parseUserCreate(['create', '--email', 'a@b.co', '--role', 'boss'])).toThrow('--role');
    expect(() => parseUserCreate(['create', '--email', 'nonsense'])).toThrow('--email');
    expect(() => parseUserCreate(['create', '--colour', 'red'])).toThrow();
    expect(parseUserCreate(['create', '--email', 'A@B.co'])).toEqual({ user: { email: 'a@b.co', role: 'user', name: undefined, withApiKey: false }, asJson: false });
  });
});
