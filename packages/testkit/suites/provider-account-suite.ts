/** What costs nothing at a provider: whether it answers, takes the key, and what models there are. */
import { afterEach, describe, expect, test } from 'vitest';
import type { OpenProvider } from '../../../apps/server/src/ports/provider.ts';
import type { FakeProvider } from '../fakes/providers/fake-provider.ts';
import type { ProviderHarness } from './provider-harness.ts';
import { judgeError, openStage, type Stage } from './provider-stage.ts';

export function accountSuite<Settings, Fake extends FakeProvider>(harness: ProviderHarness<Settings, Fake>, modelsOf: (provider: OpenProvider, signal: AbortSignal) => Promise<readonly string[]>): void {
  describe('what costs nothing', () => {
    const stages: Stage<Fake>[] = [];
    const open = async (options?: Parameters<typeof openStage>[1]) => {
      const stage = await openStage(harness, options);
      stages.push(stage);
      return stage;
    };
    afterEach(async () => { await Promise.all(stages.splice(0).map((stage) => stage.close())); });
    const signal = () => new AbortController().signal;

    test('it answers, and says what models it has', async () => {
      const stage = await open();
      await stage.provider.check(signal());
      const models = await modelsOf(stage.provider, signal());
      expect(models.length).toBeGreaterThan(0);
      expect(new Set(models).size, 'each id once').toBe(models.length);
      expect([stage.works().length, stage.sendings(), stage.fake.billed()], 'none of it is work').toEqual([0, 0, 0]);
      await stage.isQuiet();
    });

    test('a wrong key is denied, and never shown', async () => {
      const { fake } = await open();
      const secrets = Object.keys(harness.endpoint?.(fake).secrets ?? {});
      if (secrets.length === 0) return;
      const wrong = Object.fromEntries(secrets.map((name) => [name, `wrong-${name}-0123456789`]));
      const stage = await open({ secrets: wrong });
      const error: unknown = await stage.provider.check(signal()).then(() => undefined, (thrown: unknown) => thrown);
      expect(error).toMatchObject({ fault: 'denied' });
      judgeError(error, { bills: harness.kind.bills, billed: 0, secrets: Object.values(wrong) });
    });

    test('a provider that is not there is down', async () => {
      const stage = await open();
      await stage.fake.close();
      await expect(stage.provider.check(signal())).rejects.toMatchObject({ fault: 'down' });
    });

    test('a check that is cancelled ends as cancelled', async () => {
      const stage = await open();
      await expect(stage.provider.check(AbortSignal.abort(new Error('cancelled')))).rejects.toMatchObject({ fault: 'cancelled' });
      await stage.isQuiet();
    });
  });
}
