/** An instance with one provider, a stand-in of OpenAI, and an account with a key. */
import { bootServer, type Account, type BootedServer } from '@komawari/testkit';
import { startFakeOpenai, type FakeOpenai } from '../../../../../../../packages/testkit/fakes/providers/fake-openai.ts';

export const CHAT = 'gpt-chat-test';
/** Sees nothing, calls nothing, takes no seed and is held to no schema. */
export const PLAIN_CHAT = 'gpt-chat-blind-test';
export const DRAWS = 'gpt-image-2';
const ROWS = [{ id: 'gpt-*blind*', pictures: false, schema: 'prompt', seed: false, tools: false }, { id: 'gpt-chat*' }];

export type Gateway = { fake: FakeOpenai; server: BootedServer; me: Account; key: string; close(): Promise<void> };

export async function openGateway(options: NonNullable<Parameters<typeof bootServer>[0]> = {}): Promise<Gateway> {
  const fake = await startFakeOpenai({ stepMs: 5 });
  const server = await bootServer({ hasWorker: true, ...options });
  const [me, owner] = [await server.account('user'), await server.account('owner')];
  const added = await server.call('POST', '/api/v1/providers', { headers: owner.headers, body: { kind: 'openai', name: 'Open AI', url: fake.baseUrl, secrets: { apiKey: 'sk-test' }, isPrivateAllowed: true, settings: { textModels: ROWS } } });
  if (added.status !== 201) throw new Error(added.text);
  return { fake, server, me, key: keyOf(me), close: async () => { await server.close(); await fake.close(); } };
}

export function keyOf({ headers }: Account): string {
  return (headers['authorization'] ?? '').slice('Bearer '.length);
}
