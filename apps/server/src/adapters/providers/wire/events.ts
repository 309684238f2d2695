import { createParser } from 'eventsource-parser';

export type StreamEvent = { /** `message` where it has no name of its own. */ event: string; data: string; id?: string };

/** Thrown by a stream of events or lines whose one piece is larger than the limit. */
export class PieceTooLarge extends Error {
  override name = 'PieceTooLarge';
}

/** One picture as base64 in one event: 50 MB of picture. */
const PIECE_MAX = 72 * 2 ** 20;

/**
 * The events of a `text/event-stream` body, however its bytes are split. Ends with the body, or before with `[DONE]`. What stands open when
 * the body ends is told as it is, since some servers forget the last empty line. Characters in an event at most `pieceMax`.
 */
export async function* events(body: AsyncIterable<Uint8Array>, { pieceMax = PIECE_MAX }: { pieceMax?: number } = {}): AsyncGenerator<StreamEvent> {
  const found: StreamEvent[] = [];
  const parser = createParser({
    maxBufferSize: pieceMax,
    onEvent: ({ event, data, id }) => { found.push({ event: event ?? 'message', data, ...(id === undefined ? {} : { id }) }); },
    onError: (error) => { if (error.type === 'max-buffer-size-exceeded') throw new PieceTooLarge(`an event of more than ${pieceMax} characters`); },
  });
  const decoder = new TextDecoder();
  for await (const piece of body) {
    parser.feed(decoder.decode(piece, { stream: true }));
    for (const event of found.splice(0)) {
      if (event.data.trim() === '[DONE]') return;
      yield event;
    }
  }
  parser.feed(`${decoder.decode()}\n\n`);
  for (const event of found.splice(0)) {
    if (event.data.trim() === '[DONE]') return;
    yield event;
  }
}
