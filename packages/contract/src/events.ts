/** What the socket says. Events of one stream carry a sequence without gaps, from 1. */
import { z } from 'zod';
import { TaskId } from './ids.ts';
import { TaskState } from './tasks.ts';

export const TaskStateEvent = z.object({ type: z.literal('task.state'), taskId: TaskId, kind: z.string(), key: z.string().nullable(), state: TaskState, code: z.string().nullable() });
export const ScriptReadyEvent = z.object({ type: z.literal('comic.script'), title: z.string(), panels: z.int(), pages: z.int() });
export const PanelDrawnEvent = z.object({ type: z.literal('comic.panel'), panelId: z.string(), page: z.int(), picture: z.string() });
export const PageReadyEvent = z.object({ type: z.literal('comic.page'), page: z.int(), picture: z.string(), preview: z.string().nullable() });
export const FilesReadyEvent = z.object({ type: z.literal('comic.files'), format: z.string(), files: z.array(z.string()) });

/** The book changed: by which open page, so that it knows its own. */
export const BookEditedEvent = z.object({ type: z.literal('comic.edit'), revision: z.int(), clientId: z.string() });
/** A take of a panel is there, or has failed. */
export const TakeEvent = z.object({ type: z.literal('comic.take'), panelId: z.string(), takeId: z.string(), state: TaskState });
/** Pages show this revision of the book. */
export const PagesCurrentEvent = z.object({ type: z.literal('comic.pages'), revision: z.int(), pages: z.int() });

export const StreamEvent = z.discriminatedUnion('type', [TaskStateEvent, ScriptReadyEvent, PanelDrawnEvent, PageReadyEvent, FilesReadyEvent, BookEditedEvent, TakeEvent, PagesCurrentEvent]);
export type StreamEvent = z.infer<typeof StreamEvent>;

export const SocketIn = z.discriminatedUnion('type', [
  /** `after`: the last sequence number seen; 0 asks for everything. */
  z.object({ type: z.literal('subscribe'), stream: z.string().max(80), after: z.int().min(0).default(0) }),
  z.object({ type: z.literal('unsubscribe'), stream: z.string().max(80) }),
  z.object({ type: z.literal('ping') }),
]);
export type SocketIn = z.infer<typeof SocketIn>;

export const SocketOut = z.discriminatedUnion('type', [
  z.object({ type: z.literal('event'), stream: z.string(), seq: z.int(), at: z.iso.datetime(), event: StreamEvent }),
  /** The replay is over: what follows is live. */
  z.object({ type: z.literal('live'), stream: z.string(), seq: z.int() }),
  z.object({ type: z.literal('error'), code: z.string(), message: z.string(), stream: z.string().nullable() }),
  z.object({ type: z.literal('pong') }),
]);
export type SocketOut = z.infer<typeof SocketOut>;
