/** Beats of a script's line: the label is a tag, words are lines, brackets are manner or narration. */
import type { Language } from '../../model/kinds.ts';
import type { Beat } from '../types.ts';
import type { ScriptPart } from '../script/find-script.ts';
import type { Span } from '../split/sentences.ts';
import type { Quote } from '../split/quotes.ts';
import { trimSpan } from '../split/sentences.ts';
import { isSound } from './sound-words.ts';

export type ScriptWriter = {
  text: string;
  language: Language;
  /** Sentences as captions, or as tags that are not shown. */
  tell(span: Span, isTag: boolean): Beat[];
  /** The line of a quote that was given its speaker. */
  say(quote: Pick<Quote, 'start'>): Beat | undefined;
};

export function buildScriptPart(part: ScriptPart, writer: ScriptWriter): Beat[] {
  if (part.type === 'direction') return deed(part.inner, writer);
  if (part.type === 'head') return buildHead(part.head, writer);
  const { label, pieces } = part;
  const beats = tag(writer, { start: label.span.start, end: label.span.end });
  for (const { type, outer, inner } of pieces) {
    if (type === 'manner') beats.push(...(isSound(writer.text.slice(inner.start, inner.end), writer.language) ? [soundOf(inner, writer)] : tag(writer, inner)));
    else if (type === 'told') beats.push(...deed(inner, writer));
    else beats.push(...spoken(part.label.role, outer, inner, writer));
  }
  return beats;
}

function spoken(role: 'person' | 'narrator' | 'sound', outer: Span, inner: Span, writer: ScriptWriter): Beat[] {
  if (role === 'narrator') return writer.tell(inner, false);
  if (role === 'person') {
    const line = writer.say(outer);
    return line ? [line] : writer.tell(inner, false);
  }
  // `ガラガラ（戸の開く音）`: what makes the sound is told to the artist alone.
  const gloss = /[ ]?[(（][^()（）]*[)）][。.]?$/u.exec(writer.text.slice(inner.start, inner.end));
  const end = gloss && gloss.index > 0 ? inner.start + gloss.index : inner.end;
  const sound = soundOf({ start: inner.start, end }, writer);
  return end < inner.end ? [sound, ...tag(writer, { start: end, end: inner.end })] : [sound];
}

/** `(Knock knock!)` is a sound, everything else in brackets is told. */
function deed(inner: Span, writer: ScriptWriter): Beat[] {
  return isSound(writer.text.slice(inner.start, inner.end), writer.language) ? [soundOf(inner, writer)] : writer.tell(inner, false);
}

function soundOf({ start, end }: Span, { text }: ScriptWriter): Beat {
  return { type: 'line', text: text.slice(start, end), kind: 'sfx', attribution: 'unknown', isQuoted: false, cue: '', isOffPanel: false, start, end };
}

/** A head opens a scene; its mark (`INT.`, `场景一`) is a break as `***` is one, the place and time it names are told, so that the scene's picture shows them. */
function buildHead({ tag: mark, told }: Extract<ScriptPart, { type: 'head' }>['head'], writer: ScriptWriter): Beat[] {
  const inner = trimSpan(writer.text, told);
  return [{ type: 'break', reason: 'mark', start: mark.start, end: mark.end }, ...(inner.end > inner.start ? writer.tell(inner, false) : [])];
}

function tag(writer: ScriptWriter, span: Span): Beat[] {
  const trimmed = trimSpan(writer.text, span);
  return trimmed.end > trimmed.start ? writer.tell(trimmed, true) : [];
}
