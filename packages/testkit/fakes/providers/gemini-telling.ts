/** Decides what an answer of Gemini holds, its own faults acted out. */
import type { Fault, OwnFault } from './fault.ts';
import {
  candidateOf, piecesOf, pictureParts, thoughtParts, wordParts, wordsFor,
  type BlockReason, type Drawing, type EmptyForm, type GeminiCandidate, type GeminiPart, type WithheldReason,
} from './gemini-answers.ts';
import { statusRefusal, type GeminiErrorBody } from './gemini-errors.ts';
import type { GeminiAsk } from './gemini-request.ts';

export type Telling = {
  /** One, or the pieces of a stream. */
  candidates: (GeminiCandidate | { blockReason: BlockReason })[];
  /** Ends a stream. */
  error?: GeminiErrorBody;
  /** What was asked for is there. */
  isMade: boolean;
  /** Work was done, and its fruit is missing. */
  isWithheld: boolean;
};

type Circumstances = { reasons: { input?: BlockReason; output?: WithheldReason; empty?: EmptyForm }; isStream: boolean; drawing: Drawing };

const OWN = { 'input-refused': true, 'output-refused': true, slot: false, empty: true, 'wrong-type': true, bomb: true, 'expired-address': false, 'stream-error': true, 'task-failed': false } satisfies Record<OwnFault['kind'], boolean>;

export async function tellGemini(ask: GeminiAsk, fault: Fault | undefined, { reasons, isStream, drawing }: Circumstances): Promise<Telling> {
  const own = ownOf(fault);
  const isPicture = ask.picture !== undefined;
  if (own === 'input-refused') return { candidates: [{ blockReason: reasons.input ?? 'PROHIBITED_CONTENT' }], isMade: false, isWithheld: false };
  if (own === 'empty') {
    const candidate = await emptyCandidate(ask, reasons.empty ?? (isPicture ? 'words' : 'no-parts'), drawing);
    return { candidates: [candidate], isMade: false, isWithheld: true };
  }
  const instead = own === 'wrong-type' || own === 'bomb' ? own : undefined;
  if (instead && !isPicture) throw new Error(`an answer in words cannot have the fault ${instead}`);
  const { parts, finishReason } = isPicture ? { parts: await pictureParts(ask, { ...drawing, instead }), finishReason: 'STOP' } : wordParts(ask);
  const pieces = isStream ? piecesOf(parts, finishReason) : [candidateOf(parts, finishReason)];
  if (own === 'output-refused') return { candidates: [...begun(pieces), { finishReason: reasons.output ?? (isPicture ? 'IMAGE_SAFETY' : 'SAFETY'), index: 0 }], isMade: false, isWithheld: true };
  if (own === 'stream-error') {
    if (!isStream) throw new Error('only a stream can break off with an error inside of it');
    return { candidates: begun(pieces), error: statusRefusal(503, undefined, ''), isMade: false, isWithheld: true };
  }
  return { candidates: pieces, isMade: true, isWithheld: false };
}

/** The first piece of a stream of several. */
function begun(pieces: readonly GeminiCandidate[]): GeminiCandidate[] {
  return pieces.length > 1 ? pieces.slice(0, 1) : [];
}

async function emptyCandidate(ask: GeminiAsk, form: EmptyForm, drawing: Drawing): Promise<GeminiCandidate> {
  switch (form) {
    case 'words':
      if (!ask.picture) throw new Error('an answer in words is not empty for having no picture');
      return candidateOf([{ text: wordsFor(ask) }], 'STOP');
    case 'thoughts': return candidateOf(await onlyThoughts(ask, drawing), 'STOP');
    case 'no-parts': return { content: { role: 'model' }, finishReason: 'STOP', index: 0 };
    case 'no-content': return { finishReason: 'STOP', index: 0 };
  }
}

async function onlyThoughts(ask: GeminiAsk, drawing: Drawing): Promise<GeminiPart[]> {
  return ask.picture ? thoughtParts(drawing) : [{ text: 'What was asked is to be echoed.', thought: true }];
}

function ownOf(fault: Fault | undefined): OwnFault['kind'] | undefined {
  if (!fault || !(fault.kind in OWN)) return undefined;
  const kind = fault.kind as OwnFault['kind'];
  if (!OWN[kind]) throw new Error(`Gemini cannot have the fault ${kind}`);
  return kind;
}
