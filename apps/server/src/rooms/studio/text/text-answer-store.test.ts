import type { OwnerRef } from '@komawari/contract';
import { bootServer, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../db/transaction.ts';
import { addScripted } from '../testing/add-scripted.ts';
import { scriptProvider } from '../testing/scripted-provider.ts';
import { findText, keepText } from './text-answer-store.ts';

let server: BootedServer;
beforeAll(async () => { server = await bootServer({ providerKinds: [scriptProvider().kind] }); }, 60_000);
afterAll(() => server.close());

test('words that the database cannot hold are kept without what nobody would miss', async () => {
  const { app } = server;
  const providerId = await addScripted(app);
  const now = new Date();
  const answer = { text: 'a\0b\ud800c', toolCalls: [{ id: '1', name: 'draw', argumentsJson: '{"words":"\0"}' }], finish: 'stop' as const };
  await inTransaction(app.client.db, (tx) => keepText(tx, 'key', { owner: 'user:x' as OwnerRef, providerId, modelId: 'm', answer, now }));
  expect((await findText(app.client.db, 'key', now))?.answer).toEqual({ text: 'ab\ufffdc', toolCalls: [{ id: '1', name: 'draw', argumentsJson: '{"words":""}' }], finish: 'stop' });
});
