import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { comesBack, NOTE_MAX, noteKeeper, type NoteNow, type Unsaved } from './note-keeping.ts';

describe('a note that saves itself', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function desk(answer: (note: string) => Promise<void> = async () => undefined) {
    const seen = { sent: [] as string[], held: undefined as Unsaved | undefined, now: undefined as NoteNow | undefined };
    const keeper = noteKeeper({ send: (note) => { seen.sent.push(note); return answer(note); }, hold: (unsaved) => { seen.held = unsaved; }, tell: (now) => { seen.now = now; } });
    return { seen, keeper };
  }

  test('waits for a rest, and is held in the browser until the server has it', async () => {
    const { seen, keeper } = desk();
    keeper.type('a', '');
    keeper.type('ab', '');
    expect(seen).toMatchObject({ sent: [], held: { base: '', text: 'ab' }, now: { state: 'waits', text: 'ab' } });
    await vi.advanceTimersByTimeAsync(700);
    expect(seen).toEqual({ sent: ['ab'], held: undefined, now: { state: 'kept', text: undefined } });
  });

  test('what is typed while it is being sent is sent after it, never beside it', async () => {
    let answered = () => undefined as void;
    const { seen, keeper } = desk(() => new Promise((resolve) => { answered = resolve; }));
    keeper.type('a', '');
    await vi.advanceTimersByTimeAsync(700);
    keeper.type('ab', '');
    await vi.advanceTimersByTimeAsync(700);
    expect(seen.sent).toEqual(['a']);
    answered();
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toMatchObject({ sent: ['a', 'ab'], held: { text: 'ab' } });
    answered();
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toMatchObject({ held: undefined, now: { state: 'kept' } });
  });

  test('a failure gives nothing up, and the next try sends it all', async () => {
    let isDown = true;
    const { seen, keeper } = desk(async () => { if (isDown) throw new Error('down'); });
    keeper.type('a', 'before');
    await vi.advanceTimersByTimeAsync(700);
    expect(seen).toMatchObject({ held: { base: 'before', text: 'a' }, now: { state: 'failed', text: 'a' } });
    isDown = false;
    await keeper.flush();
    expect(seen).toMatchObject({ sent: ['a', 'a'], held: undefined, now: { state: 'kept' } });
    await keeper.flush(true);
    expect(seen.sent).toHaveLength(2);
  });

  test('one that is too long is held, not cut and not sent', async () => {
    const { seen, keeper } = desk();
    const long = 'x'.repeat(NOTE_MAX + 1);
    keeper.type(long, '');
    await vi.advanceTimersByTimeAsync(700);
    expect(seen).toMatchObject({ sent: [], held: { text: long } });
  });
});

test('what was left unsaved comes back, beside what was written elsewhere', () => {
  const kept = JSON.stringify({ base: 'old', text: 'mine' });
  expect([comesBack(kept, 'old'), comesBack(kept, ''), comesBack(kept, 'theirs')]).toEqual(['mine', 'mine', 'theirs\n\nmine']);
  expect([comesBack(kept, 'mine'), comesBack(kept, 'theirs\n\nmine'), comesBack(undefined, 'x'), comesBack('{', 'x'), comesBack('{"text":1}', 'x')]).toEqual([undefined, undefined, undefined, undefined, undefined]);
});
