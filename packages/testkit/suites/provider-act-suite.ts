/** What holds for whatever is asked of a provider: each fault comes to one end, nothing is asked for twice, a cancel is real. */
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { ProviderError } from '../../../apps/server/src/ports/provider.ts';
import type { FakeProvider } from '../fakes/providers/fake-provider.ts';
import type { Fault } from '../fakes/providers/fault.ts';
import { eventually } from '../src/eventually.ts';
import { anyCut, anyFault, cuts, described, ownFault, SPLITS, STATUSES, TORN } from './provider-faults.ts';
import { faultName, usualOutcome, type Act, type Outcome, type ProviderHarness } from './provider-harness.ts';
import { openStage, type Happened, type Stage } from './provider-stage.ts';

const isLong = process.env['KOMA_LONG'] === '1';
const RUNS = isLong ? 300 : 12;
/** How long a cancel may take, on a machine that has other things to do. */
const PROMPT_END_MS = 2000;

export function actSuite<Settings, Fake extends FakeProvider, Answer>(harness: ProviderHarness<Settings, Fake>, act: Act<Answer>): void {
  describe(act.name, () => {
    const stages: Stage[] = [];
    const open = async (options?: Parameters<typeof openStage>[1]) => {
      const stage = await openStage(harness, options);
      stages.push(stage as Stage);
      return stage;
    };
    afterEach(async () => { await Promise.all(stages.splice(0).map((stage) => stage.close())); });

    const expected = (fault: Fault): Outcome => harness.differs?.[faultName(fault)] ?? usualOutcome(fault, harness.kind.bills);
    /** The answer without a fault, and how long it is on the wire. */
    let whole: { answer: Answer; bytes: number } | undefined;
    const wholeAnswer = async () => {
      if (whole) return whole;
      const stage = await open();
      const end = await stage.happens(act);
      if (end.error) throw end.error;
      expect(stage.works().length, 'isWork knows the request for work').toBeGreaterThan(0);
      return whole = { answer: end.answer as Answer, bytes: stage.workBytes() };
    };
    const judged = async (end: Happened<Answer>, outcome: Outcome, what: string) => {
      const came = 'answer' in end && end.error === undefined ? 'answer' : (end.error as ProviderError).fault;
      expect(outcome, `${what}: ${came} ${end.error instanceof Error ? `${end.error.message} ${(end.error as ProviderError).facts.said ?? ''}` : ''}`).toContain(came);
      if (came === 'answer') await act.holds(end.answer as Answer, (await wholeAnswer()).answer);
    };
    const meets = async (fault: Fault, options?: Parameters<typeof openStage>[1], outcome = expected(fault)) => {
      await wholeAnswer();
      const stage = await open(options);
      stage.fake.fault(fault);
      const end = await stage.happens(act);
      await judged(end, outcome, described(fault));
      await stage.isQuiet();
      return { end, stage };
    };

    test('an answer, and nothing is left open', async () => {
      const { answer } = await wholeAnswer();
      await act.holds(answer, answer);
      const stage = await open();
      await judged(await stage.happens(act), ['answer'], 'the same again');
      await stage.isQuiet();
    });

    test.each(STATUSES)('refused with %i', async (status) => { await meets({ kind: 'status', status }); });

    test('429 that says when to come again', async () => {
      const { end } = await meets({ kind: 'status', status: 429, retryAfterS: 7 });
      expect((end.error as ProviderError).facts.retryAfterMs).toBe(7000);
    });

    for (const { status, code, outcome } of harness.codes ?? []) {
      test(`${status} ${code}`, async () => { await meets({ kind: 'status', status, code }, undefined, outcome); });
    }

    test.each(TORN)('%o', async (fault) => { await meets(fault); });

    test.each(SPLITS)('%o', async (fault) => { await meets(fault); });

    test('cut at its edges', async () => {
      const { bytes } = await wholeAnswer();
      for (const fault of cuts(bytes)) await meets(fault);
    });

    test('cut anywhere', async () => {
      const { bytes } = await wholeAnswer();
      await fc.assert(fc.asyncProperty(anyCut(bytes), async (fault) => { await meets(fault); }), { numRuns: RUNS });
    });

    test('slow, and slower than is waited for', async () => {
      await meets({ kind: 'slow', ms: 60 });
      await meets({ kind: 'slow', ms: 1200 }, { hurryMs: 150 }, usualOutcome({ kind: 'stall' }, harness.kind.bills));
    });

    test('silence after the head', async () => { await meets({ kind: 'stall' }, { hurryMs: 150 }); });

    for (const kind of harness.own.filter((one) => one !== 'slot')) {
      test(`of its own: ${kind}`, async () => {
        const { end } = await meets(ownFault(kind));
        const { fault, facts } = end.error instanceof ProviderError ? end.error : {};
        if (fault === 'refused') expect(facts?.side, 'which side was refused').toMatch(/^(?:in|out)put$/);
        if (kind === 'output-refused' && !harness.hidesSide) expect(facts?.side).toBe('output');
        if (kind === 'input-refused') expect(facts?.side).toBe('input');
        const code = ({ 'wrong-type': 'picture.not-a-picture', bomb: 'picture.too-many-pixels' } as Partial<Record<typeof kind, string>>)[kind];
        if (code && fault === 'empty') expect(facts?.code).toBe(code);
      });
    }

    test('any faults one after the other', async () => {
      const { bytes } = await wholeAnswer();
      await fc.assert(fc.asyncProperty(fc.array(anyFault(harness.own, bytes), { minLength: 2, maxLength: 4 }), async (faults) => {
        const stage = await open();
        for (const fault of faults) {
          if (fault) stage.fake.fault(fault);
          await judged(await stage.happens(act), fault ? expected(fault) : ['answer'], fault ? described(fault) : 'no fault');
        }
        await judged(await stage.happens(act), ['answer'], 'after all faults');
        await stage.isQuiet();
        await stage.close();
      }), { numRuns: RUNS });
    });

    test('onSending is waited for; when it throws, nothing is sent, and it is what the caller threw', async () => {
      const stage = await open();
      const reason = new Error('the lease is lost');
      // Long enough for a request that did not wait to have come.
      const onSending = async () => { await sleep(150); throw reason; };
      await expect(act.run(stage.provider, stage.call(undefined, { onSending }))).rejects.toBe(reason);
      expect([stage.works().length, stage.fake.billed()]).toEqual([0, 0]);
      await stage.isQuiet();
    });

    describe('a cancel', () => {
      const cancelled = async (stage: Stage<Fake>, promise: Promise<Happened<Answer>>, outcome: Outcome) => {
        const before = performance.now();
        await judged(await promise, outcome, 'cancelled');
        expect(performance.now() - before, 'it ends soon').toBeLessThan(PROMPT_END_MS);
        await stage.isQuiet();
      };

      test('before it began: nothing is sent', async () => {
        const stage = await open();
        await cancelled(stage, stage.happens(act, stage.call(AbortSignal.abort(new Error('cancelled')))), ['cancelled']);
        expect([stage.works().length, stage.sendings()]).toEqual([0, 0]);
      });

      test('while onSending is waited for: nothing is sent', async () => {
        const stage = await open();
        const abort = new AbortController();
        const onSending = async () => { abort.abort(new Error('cancelled')); await sleep(5); };
        await expect(act.run(stage.provider, stage.call(abort.signal, { onSending }))).rejects.toMatchObject({ fault: 'cancelled' });
        expect([stage.works().length, stage.fake.billed()]).toEqual([0, 0]);
      });

      test.each<Fault>([{ kind: 'slow', ms: 3000 }, { kind: 'stall' }])('while nothing comes: %o', async (fault) => {
        const stage = await open();
        stage.fake.fault(fault);
        const abort = new AbortController();
        const end = stage.happens(act, stage.call(abort.signal));
        await eventually('the work is asked for', () => stage.works().length > 0);
        await sleep(40);
        abort.abort(new Error('cancelled'));
        await cancelled(stage, end, ['cancelled']);
      });

      test('in the middle of the work: the provider is told where it can be', async () => {
        // Slow enough that it still works when a busy machine has looked.
        const stage = await open({ stepMs: harness.slowStepMs * 4 });
        const abort = new AbortController();
        const end = stage.happens(act, stage.call(abort.signal));
        await eventually('it works', () => (harness.isAtWork ? harness.isAtWork(stage.fake) : stage.works().length > 0));
        abort.abort(new Error('cancelled'));
        await cancelled(stage, end, ['cancelled']);
        const { wasTold } = harness;
        if (wasTold) await eventually('the provider was told', () => wasTold(stage.fake), 3000);
      });

      test('at any moment', async () => {
        await wholeAnswer();
        await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 400 }), async (afterMs) => {
          const stage = await open({ stepMs: harness.slowStepMs });
          const abort = new AbortController();
          const timer = setTimeout(() => { abort.abort(new Error('cancelled')); }, afterMs);
          const end = await stage.happens(act, stage.call(abort.signal));
          clearTimeout(timer);
          await judged(end, abort.signal.aborted ? ['answer', 'cancelled'] : ['answer'], `cancelled after ${afterMs} ms`);
          await stage.isQuiet();
          await stage.close();
        }), { numRuns: RUNS });
      });
    });
  });
}
