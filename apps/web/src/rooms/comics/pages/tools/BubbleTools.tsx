import { useDeferredValue, useRef, useState } from 'react';
import { fontChoicesFor, resizeBubble, turnSound, usualTurn, type BubbleByHand, type LineKind } from '@komawari/comic/by-hand';
import { pictureOf } from '../../../../engine/choice-pictures.ts';
import { useWords } from '../../../../language/use-words.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Switch } from '../../../../ui/Checkbox.tsx';
import { PictureChoice } from '../../../../ui/PictureChoice.tsx';
import { SelectField } from '../../../../ui/SelectField.tsx';
import { Slider } from '../../../../ui/Slider.tsx';
import { SurePicture } from '../../../../ui/SurePicture.tsx';
import { bubblesOf, joinBubbles, kindOps, splitBubble, textOps, type Range } from '../bubble-ops.ts';
import { bubblesNow, useDraft, usePageDesk } from '../desk-context.ts';
import { lineOf, speakerOf } from '../page-ops.ts';
import { useBubbleHand } from '../use-bubble-hand.ts';
import { TextMarks } from './TextMarks.tsx';

const KINDS: readonly LineKind[] = ['speech', 'thought', 'shout', 'whisper', 'narration', 'sfx'];

/** The chosen bubble: its words, its kind, its letters, its tail. */
export function BubbleTools() {
  const desk = usePageDesk();
  const { say } = useWords('comics-pages');
  const { selection, page } = desk;
  const draft = useDeferredValue(useDraft());
  const lineId = selection?.kind === 'bubble' ? selection.lineId : undefined;
  const isThere = lineId !== undefined && lineOf(desk.desk.book.book, lineId) !== undefined && bubblesNow(desk, draft).some((bubble) => bubble.lineId === lineId);
  if (page.matter) return <p className="hint">{say('matterPage')}</p>;
  if (lineId !== undefined && isThere) return <ChosenBubble key={lineId} lineId={lineId} />;
  return (
    <div className="pe-tool">
      <p className="hint">{say('chooseBubble')}</p>
      <ul className="pe-lines">
        {page.bubbles.filter(({ part }) => part === 0).map((bubble) => (
          <li key={bubble.lineId}><button type="button" className="pe-line" lang={desk.language} onClick={() => desk.select({ kind: 'bubble', lineId: bubble.lineId })}>{bubble.runs.map((run) => run.text).join(desk.language === 'en' ? ' ' : '')}</button></li>
        ))}
      </ul>
    </div>
  );
}

function ChosenBubble({ lineId }: { lineId: string }) {
  const desk = usePageDesk();
  const { say } = useWords('comics-pages');
  const { page, language, comicId } = desk;
  // The paper goes first.
  const draft = useDeferredValue(useDraft());
  const book = desk.desk.book;
  const bubbleHand = useBubbleHand(comicId);
  const field = useRef<HTMLTextAreaElement>(null);
  const [range, setRange] = useState<Range>({ start: 0, end: 0 });
  const [size, setSize] = useState<number>();
  const [turn, setTurn] = useState<number>();
  const { line } = lineOf(book.book, lineId)!;
  const own = bubblesOf(bubblesNow(desk, draft), lineId).filter((bubble) => bubble.lineId === lineId);
  const bubble = own[0] ?? bubblesNow(desk, draft).find((one) => one.lineId === lineId)!;
  const set = line.letter?.[language];
  const text = line.text[language] ?? '';
  const isSound = line.kind === 'sfx';
  const grip = () => bubbleHand.grip(lineId)?.hand ?? {};
  const keep = (hand: BubbleByHand | undefined, words: string) => bubbleHand.keep(lineId, hand, words);
  /** A field of the hand-made value; the rest stays as automatic as it was. */
  const put = (part: Partial<BubbleByHand>, words: string) => keep({ ...set, ...part }, words);
  const without = (field_: keyof BubbleByHand) => {
    const { [field_]: _, ...rest } = set ?? {};
    return rest;
  };
  const scale = size ?? Math.round((set?.scale ?? 1) * 100);
  const usual = Math.round(usualTurn({ seed: book.book.seed + page.laid.number, isVertical: bubble.isVertical }, lineId));
  const lean = turn ?? Math.round(set?.turn ?? usual);
  const look = () => {
    const box = field.current;
    if (box) setRange({ start: box.selectionStart, end: box.selectionEnd });
  };

  return (
    <div className="pe-tool">
      <section className="pe-part">
        <label className="field pe-words">
          <span>{say('wordsOf', { speaker: speakerOf(line) || say(line?.kind === 'sfx' ? 'kind-sfx' : 'narrator') })}</span>
          <textarea ref={field} rows={4} lang={language} value={text} placeholder={line.text[book.book.language]} maxLength={4000} onSelect={look} onKeyUp={look} onPointerUp={look} onChange={(event) => book.change((now) => textOps(now, lineId, language, event.target.value), { merge: `type ${lineId}` })} />
        </label>
        <TextMarks line={line} range={range} />
        <div className="pe-buttons">
          <Button disabled={isSound || range.start <= 0 || range.start >= text.length} onClick={() => keep(splitBubble(set ?? {}, range.start, text.length), say('splitBubbleDone'))}>{say('splitAtCaret')}</Button>
          <Button disabled={own.length < 2} onClick={() => keep(joinBubbles(set ?? {}), say('joinDone'))}>{say('joinParts')}</Button>
        </div>
        <Switch label={say('joinsPrevious')} isChecked={set?.joins ?? bubble.joinsPrevious ?? false} onChange={(joins) => put({ joins }, say('bubbleSet'))} />
      </section>
      <PictureChoice label={say('kind')} value={line.kind} cardWidthPx={84} onChange={(kind) => book.change((now) => kindOps(now, lineId, kind))} options={KINDS.map((kind) => ({ value: kind, word: say(`kind-${kind}`), picture: <SurePicture src={pictureOf('line-kind', kind)} width={96} height={96} loading="eager" /> }))} />
      <section className="pe-part">
        <SelectField label={say('font')} value={set?.font ?? ''} onChange={(font) => (font === '' ? keep(without('font'), say('bubbleSet')) : put({ font }, say('bubbleSet')))} options={[{ value: '', word: say('automatic') }, ...fontChoicesFor(language, line.kind).map(({ id, name }) => ({ value: id as string, word: name }))]} />
        <Slider
          label={say('size')} value={scale} min={50} max={250} step={5} text={(value) => `${value} %`}
          onChange={(value) => { setSize(value); bubbleHand.refit(lineId, resizeBubble(grip(), { scale: value / 100 })); }}
          onEnd={(value) => { setSize(undefined); put({ scale: value / 100 }, say('sizePercent', { percent: value })); }}
        />
        {language !== 'en' && <Switch label={say('vertical')} isChecked={set?.isVertical ?? bubble.isVertical} onChange={(isVertical) => keep({ ...without('measure'), isVertical }, say('bubbleSet'))} />}
        {isSound && (
          <Slider
            label={say('turn')} value={lean} min={-45} max={45} text={(value) => `${value}°`}
            onChange={(value) => { setTurn(value); bubbleHand.refit(lineId, turnSound(grip(), value)); }}
            onEnd={(value) => { setTurn(undefined); keep(turnSound(set ?? {}, value), `${value}°`); }}
          />
        )}
      </section>
      {!isSound && line.kind !== 'narration' && (
        <section className="pe-part">
          <SelectField
            label={say('tail')} value={set?.tail === 'none' ? 'none' : set?.tail ? 'aimed' : 'auto'}
            onChange={(wish) => (wish === 'none' ? put({ tail: 'none' }, say('bubbleSet')) : wish === 'auto' ? keep(without('tail'), say('bubbleSet')) : put({ tail: { x: 0.5, y: 0.5 } }, say('bubbleSet')))}
            options={[{ value: 'auto', word: say('tailAuto') }, { value: 'aimed', word: say('tailAimed') }, { value: 'none', word: say('tailNone') }]} hint={say('tailHint')}
          />
        </section>
      )}
      <section className="pe-part">
        <Button disabled={set === undefined} onClick={() => keep(undefined, say('bubbleReset'))}>{say('resetBubble')}</Button>
        <p className="hint">{say('bubbleKeys')}</p>
      </section>
    </div>
  );
}
