/**
 * One open book: what the server has confirmed, and this page's steps that it has not yet. Steps are shown at once,
 * kept on this machine until the server has them, sent in order, and merged with what other pages do meanwhile.
 * No React, no network of its own: both come from outside.
 */
import { applyEdit, EditError, splitStep, withRule, type EditNotice, type EditOp } from '@komawari/comic/edit';
import type { Book } from '@komawari/comic';
import type { BookEdit } from '@komawari/contract';
import { LOST_MOST, type LostStore, type LostWords } from './lost-words.ts';
import type { Outbox, Step } from './outbox.ts';
import { joinedSteps } from './joined-steps.ts';

export type Confirmed = { revision: number; book: Book };
export type Answer = { revision: number; notices: readonly EditNotice[]; edits: readonly BookEdit[] };

/** The ways to the server. They throw what `call` throws. */
export type BookServer = {
  getBook(): Promise<Confirmed>;
  getEdits(after: number): Promise<{ items: readonly BookEdit[]; revision: number }>;
  send(step: { clientId: string; clientSeq: number; baseRevision: number; ops: readonly EditOp[] }): Promise<Answer>;
  /** Of a comic that was not found: no trash has it either. */
  isGoneForGood?(): Promise<boolean>;
};

export type Saving = 'saved' | 'saving' | 'offline' | 'signed-out' | 'gone';
export type Notice = LostWords & { key: number };
/** A step that the server did not take, or that fits the book no longer (`error` is an EditError then): told, and the rest goes on. */
export type RefusedStep = { key: number; ops: readonly EditOp[]; error: unknown };

export type BookState = {
  book: Book; revision: number; saving: Saving; notices: readonly Notice[]; refused: readonly RefusedStep[];
  canUndo: boolean; canRedo: boolean;
};

export type BookSession = {
  state(): BookState;
  subscribe(listener: () => void): () => void;
  /**
   * One step of undo. Steps with the same `merge` that follow one another within a second are one (typing). Returns what it
   * met. Throws EditError when the book cannot take it: then nothing has changed.
   */
  change(ops: readonly EditOp[] | ((book: Book) => readonly EditOp[]), options?: { merge?: string }): readonly EditNotice[];
  /** A step that can no longer be taken back is told in `refused` and leaves the way to the one before it free. */
  undo(): void;
  redo(): void;
  /** Somebody's step is in the stream. */
  noteRevision(revision: number): void;
  /** The way to the server may be open again. */
  retry(): void;
  /** Read: not told again. */
  dismiss(key: number): void;
  /** What the server has not stays on this machine, for whoever opens the book next and may. */
  close(): void;
};

type Undoable = { ops: readonly EditOp[]; merge: string | undefined; at: number };

/** What an op says that could not do its work. */
const MISSED: ReadonlySet<EditNotice['code']> = new Set(['gone', 'in-use', 'last']);
const MERGE_MS = 1000;
const RETRY_MS = [1000, 2000, 4000, 8000, 15_000];

export type SessionOptions = { start: Confirmed; server: BookServer; outbox: Outbox; lost?: LostStore; clientId: string; now?: () => number; statusOf(error: unknown): number };

export function openBookSession({ start, server, outbox, lost, clientId, now = Date.now, statusOf }: SessionOptions): BookSession {
  let confirmed = start;
  let pending: Step[] = [];
  let seq = 0;
  let undos: Undoable[] = [];
  let redos: Undoable[] = [];
  let notices: Notice[] = [];
  let refused: RefusedStep[] = [];
  let saving: Saving = 'saved';
  let whyGone: unknown;
  const told = new WeakMap<Step, number>();
  const read = new Set<number>();
  /** Under which name a notice is kept. */
  const names = new Map<number, string>();
  /** What this page has written, or took up of one that is no more: told when it gives way to others. */
  const touched = new Set<string>();
  const own = new Set([clientId]);
  let isSending = false;
  let isClosed = false;
  let tries = 0;
  let wanted = start.revision;
  let keys = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  let shown = confirmed.book;
  let snapshot = view();

  function view(): BookState {
    return { book: shown, revision: confirmed.revision, saving, notices, refused: saving === 'gone' ? [...refused, ...unsavable()] : refused, canUndo: undos.length > 0, canRedo: redos.length > 0 };
  }
  /** Of a comic that is gone: what cannot be saved is told, to be copied. It stays pending: a comic may come back out of the trash. */
  function unsavable(): RefusedStep[] {
    return pending.flatMap((step) => {
      const key = told.get(step) ?? (keys += 1);
      told.set(step, key);
      return read.has(key) ? [] : { key, ops: step.ops, error: whyGone };
    });
  }
  const tell = () => {
    snapshot = view();
    for (const listener of listeners) listener();
  };
  /** Taken off the way, or nothing behind it would ever arrive; what it held is told. */
  const refuse = ({ ops }: Pick<Undoable, 'ops'>, error: unknown) => {
    refused = [...refused, { key: (keys += 1), ops, error }];
  };
  /** Shows what is pending upon what is confirmed. A step may fit no longer: another page removed the place it names. */
  const replay = () => {
    shown = confirmed.book;
    const fitting = pending.filter((step) => {
      try {
        shown = applyEdit(shown, step.ops).book;
        return true;
      } catch (error) {
        refuse(step, error);
        return false;
      }
    });
    if (fitting.length === pending.length) return;
    pending = fitting;
    outbox.keep(pending);
  };
  const say = (found: readonly LostWords[], known?: string) => {
    for (const notice of found) {
      if (notice.code === 'exists' || notice.code === 'merged') continue;
      keys += 1;
      notices = [...notices, { ...notice, key: keys }].slice(-LOST_MOST);
      if (notice.lost === undefined || notice.lost === null) continue;
      const name = known ?? `${clientId}.${keys}`;
      names.set(keys, name);
      if (known === undefined) lost?.keep({ name, notice });
    }
  };
  const touch = (ops: readonly EditOp[]) => {
    for (const op of ops) if (op.op === 'text') touched.add(`${op.id} ${op.language}`);
  };

  /** Shows a step at once and puts it on its way. One that changes nothing stays here. */
  const take = (wish: readonly EditOp[]): { inverse: readonly EditOp[]; notices: readonly EditNotice[]; isIdle: boolean } => {
    const ops = wish.map(withRule);
    const applied = applyEdit(shown, ops);
    if (applied.book === shown) return { ...applied, isIdle: true };
    shown = applied.book;
    touch(ops);
    // What is too large for one message is one step here and several on the way.
    pending = [...pending, ...splitStep(ops).map((piece): Step => ({ clientId, seq: (seq += 1), ops: piece }))];
    outbox.keep(pending);
    saving = saving === 'saved' ? 'saving' : saving;
    void pump();
    return { ...applied, isIdle: false };
  };

  const change: BookSession['change'] = (wish, { merge } = {}) => {
    const ops = typeof wish === 'function' ? wish(shown) : wish;
    if (ops.length === 0) return [];
    const done = take(ops);
    if (done.isIdle) {
      // What was typed into a line that is gone is told as well.
      say(done.notices);
      if (done.notices.length > 0) tell();
      return done.notices;
    }
    const last = undos.at(-1);
    const isSameStep = merge !== undefined && last?.merge === merge && now() - last.at < MERGE_MS;
    undos = isSameStep && last ? [...undos.slice(0, -1), { ops: joinedSteps(done.inverse, last.ops), merge, at: now() }] : [...undos, { ops: done.inverse, merge, at: now() }];
    redos = [];
    tell();
    return done.notices;
  };

  const step = (from: Undoable[], to: Undoable[]): [Undoable[], Undoable[]] => {
    for (let rest = from; ; ) {
      const last = rest.at(-1);
      if (!last) return [rest, to];
      rest = rest.slice(0, -1);
      try {
        const done = take(last.ops);
        if (!done.isIdle) return [rest, [...to, { ops: done.inverse, merge: undefined, at: 0 }]];
        // Nothing was left of it to take back. Words that gave way to others', which were told then, are passed over.
        if (!done.notices.some(({ code }) => MISSED.has(code))) continue;
        // Another page has removed it, or stands on it.
        refuse(last, new EditError('edit.invalid', 'gone'));
      } catch (error) {
        if (!(error instanceof EditError)) throw error;
        refuse(last, error);
      }
      return [rest, to];
    }
  };

  async function pump(): Promise<void> {
    if (isSending || isClosed) return;
    isSending = true;
    clearTimeout(timer);
    try {
      while (!isClosed && (pending.length > 0 || wanted > confirmed.revision)) {
        const [next] = pending;
        if (next) await sendOne(next);
        else await catchUp();
        tries = 0;
        tell();
      }
      if (!isClosed) saving = 'saved';
    } catch (error) {
      if (!isClosed) stumble(error);
    } finally {
      isSending = false;
      tell();
    }
  }

  async function sendOne(next: Step): Promise<void> {
    try {
      const answer = await server.send({ clientId: next.clientId, clientSeq: next.seq, baseRevision: confirmed.revision, ops: next.ops });
      say(answer.notices);
      if (!follow(answer.edits, answer.revision, answer.notices.length === 0)) confirmed = await server.getBook();
    } catch (error) {
      if (!isRefusal(statusOf(error))) throw error;
      refuse(next, error);
    }
    pending = pending.filter((one) => one !== next);
    outbox.keep(pending);
    replay();
  }

  async function catchUp(): Promise<void> {
    const asked = wanted;
    const { items, revision } = await server.getEdits(confirmed.revision);
    if (!follow(items, revision)) confirmed = await server.getBook();
    // What was heard of while this was on its way may not be in the answer; what was heard of before is, or is not there.
    if (wanted === asked) wanted = confirmed.revision;
    replay();
  }

  /** Where what this page had written went, and others' words stand. */
  const ownLost = (found: readonly EditNotice[]): LostWords[] => found.flatMap((notice) => (notice.code === 'overwrote' && touched.has(`${notice.id} ${notice.field}`) ? [{ ...notice, isOwn: true as const }] : []));

  /** Applies others' steps up to a revision; false when one is missing or not understood, or the book was replaced. */
  function follow(edits: readonly BookEdit[], upTo: number, isUntold = false): boolean {
    let { revision, book } = confirmed;
    const given: LostWords[] = [];
    for (const edit of edits) {
      if (edit.revision <= revision) continue;
      if (edit.ops === null || edit.revision !== revision + 1) return false;
      try {
        const applied = applyEdit(book, edit.ops as EditOp[]);
        book = applied.book;
        // The server tells a step once. Was that answer lost on its way, it is found here.
        if (own.has(edit.clientId)) given.push(...(isUntold ? applied.notices : []));
        else given.push(...ownLost(applied.notices));
      } catch {
        // Made by a newer page, or upon a book that is not this one: the server has the whole.
        return false;
      }
      revision = edit.revision;
    }
    if (revision < upTo) return false;
    confirmed = { revision, book };
    say(given);
    return true;
  }

  function stumble(error: unknown): void {
    const status = statusOf(error);
    if (status === 401 || status === 403) saving = 'signed-out';
    else if (status === 404) {
      saving = 'gone';
      whyGone = error;
      outbox.letGo();
      // What was not saved stays told in this page, to be copied.
      server.isGoneForGood?.().then((isIt) => { if (isIt) outbox.forget(); }, () => undefined);
    } else {
      saving = 'offline';
      timer = setTimeout(() => void pump(), RETRY_MS[Math.min(tries, RETRY_MS.length - 1)]);
      tries += 1;
    }
  }

  for (const { name, notice } of lost?.read() ?? []) say([notice], name);
  snapshot = view();
  pending = outbox.abandoned();
  for (const { ops, clientId: former } of pending) {
    touch(ops);
    own.add(former);
  }
  if (pending.length > 0) {
    replay();
    saving = 'saving';
    snapshot = view();
    void pump();
  }

  return {
    state: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    undo() {
      [undos, redos] = step(undos, redos);
      tell();
    },
    redo() {
      [redos, undos] = step(redos, undos);
      tell();
    },
    noteRevision(revision) {
      if (revision <= wanted) return;
      wanted = revision;
      void pump();
    },
    retry() {
      tries = 0;
      void pump();
    },
    dismiss(key) {
      read.add(key);
      const name = names.get(key);
      if (name !== undefined) lost?.answered(name);
      notices = notices.filter((notice) => notice.key !== key);
      refused = refused.filter((one) => one.key !== key);
      tell();
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      outbox.close();
    },
  };
}

/** The server understood and said no: the same step would meet the same answer. Signing in, waiting and a way back help the others. */
function isRefusal(status: number): boolean {
  return status === 400 || status === 409 || status === 413 || status === 422;
}
