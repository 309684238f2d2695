import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeepingPlan } from '@komawari/contract';
import { bootServer, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { writeInstanceFile } from '../supervisor/control.ts';
import { keeping } from './keeping.ts';

let server: BootedServer;
let folder: string;

beforeAll(async () => {
  server = await bootServer();
  folder = mkdtempSync(join(tmpdir(), 'koma keeping '));
  mkdirSync(join(folder, 'run'));
  writeInstanceFile(folder, { pid: process.pid, host: '127.0.0.1', port: Number(new URL(server.url).port), url: server.url, token: server.app.config.controlToken });
  const { clock, ids } = server.app.ports;
  const { userId } = await server.account('user');
  const at = new Date(clock.now().getTime() - 40 * 86_400_000);
  const [owner, generationId] = [`user:${userId}`, ids.next('generation')];
  await server.app.client.db.insertInto('generation').values({ id: generationId, owner, task_id: ids.next('task'), recipe: '{}', quoted_micros: null, currency: null, created_at: at }).execute();
  await server.app.client.db.insertInto('picture').values({ id: ids.next('picture'), generation_id: generationId, owner, task_id: ids.next('task'), slot: 0, state: 'done', prompt: 'old', provider_id: null, model_id: null, object_key: null, media_type: null, size_bytes: 2_000_000, error_code: null, error_detail: null, created_at: at }).execute();
  await server.app.client.db.insertInto('picture_keeping').values({ keep_days: 30, quota_bytes: 0, total_bytes: 0, trash_days: 30, changed_at: at }).execute();
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

async function koma(args: string[], language = 'C'): Promise<{ code: number; text: string }> {
  const said: string[] = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  try {
    return { code: await keeping(args, { KOMA_DATA: folder, LC_ALL: language }), text: said.join('\n') };
  } finally {
    spy.mockRestore();
  }
}

test('the dry run lists what would go and changes nothing; the run does just that', async () => {
  const dry = await koma(['--dry-run']);
  expect([dry.code, dry.text]).toEqual([0, expect.stringMatching(/^Pictures that would go to the trash: 1, 2\.0 MB\.\n\nPERSON .*\n.* 1 \(2\.0 MB\) .* 2\.0 MB +0\.0 MB$/)]);
  expect((await koma(['--dry-run'], 'zh_CN.UTF-8')).text).toContain('移入回收站');
  const planned = KeepingPlan.parse(JSON.parse((await koma(['--dry-run', '--json'])).text));
  expect(KeepingPlan.parse(JSON.parse((await koma(['--run', '--json'])).text))).toEqual(planned);
  expect((await koma(['--dry-run'])).text).toBe('Nothing goes by the rules.');
});

test('without saying which, it says how it is used', async () => {
  for (const args of [[], ['--run', '--dry-run']]) expect(await koma(args)).toEqual({ code: 1, text: expect.stringContaining('koma keeping --dry-run') as string });
  await expect(koma(['--nonsense'])).rejects.toMatchObject({ mistakes: [{ code: 'studio.arguments' }] });
});
