import { useRef, type ReactNode } from 'react';
import type { TextModelOffers } from '../../../api/studio-craft.ts';
import { useUndoable } from '../../../frame/undo/use-undoable.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import './craft.css';
import { guessedTokens, textCost, type TextCost } from './text-cost.ts';
import { useAskedWords, type Ask, type Proposed } from './use-asked-words.ts';
import { WordDiff } from './WordDiff.tsx';

type Props = {
  word: string; icon: ReactNode;
  /** Those that may be asked; one, where it is known which. */
  offers: TextModelOffers;
  /** What goes in, for what it may cost. */
  weight: { characters: number; pictures: number };
  ask: Ask;
  current: string;
  onWords: (words: string) => void;
  onTaken?: () => void;
};

const FREE: TextCost = { kind: 'free' };
const UNKNOWN: TextCost = { kind: 'unknown' };

/** A button that asks a model for words: who that is and what it costs beside it, then what would change, to be taken or left. */
export function AskedWords({ word, icon, offers, weight, ask, current, onWords, onTaken }: Props) {
  const { say, language } = useWords('studio-craft');
  const undoable = useUndoable();
  const asked = useAskedWords();
  const button = useRef<HTMLButtonElement>(null);
  const [offer] = offers;
  if (!offer) return null;
  const costWords = (cost: TextCost) => (cost.kind === 'free' ? say('free') : cost.kind === 'about' ? say('about', { price: cost.text }) : say('priceUnknown'));
  const cost = costWords(offers.length === 1 ? textCost(offer, guessedTokens(weight.characters, weight.pictures), language) : offers.every(({ bills }) => !bills) ? FREE : UNKNOWN);
  const who = offers.length === 1 ? `${offer.model.name} · ${offer.providerName}` : say('oneOfYours');
  const { proposed } = asked;
  const back = () => requestAnimationFrame(() => button.current?.focus());
  const take = (words: string) => {
    asked.leave();
    void undoable({ text: say('taken'), run: async () => onWords(words), back: async () => onWords(current), touches: [] });
    if (onTaken) onTaken();
    else back();
  };
  const leave = () => {
    asked.leave();
    back();
  };
  // Whose price was told is the one that is asked: no other steps in.
  const askOne: Ask = async (signal) => ({ ...(await ask(signal)), ...(offers.length === 1 ? { model: { providerId: offer.providerId, modelId: offer.model.id } } : {}) });
  const writtenBy = ({ answer: { model, usage, isCached } }: Proposed) => {
    const by = offers.find(({ providerId, model: { id } }) => providerId === model.providerId && id === model.modelId);
    const spent = by && usage ? textCost(by, usage, language) : by && !by.bills ? FREE : UNKNOWN;
    return say('writtenBy', { name: by ? `${by.model.name} · ${by.providerName}` : model.modelId, cost: isCached ? say('cached') : costWords(spent) });
  };
  return (
    <div className="asked-words">
      <p className="asked-act">
        <Button ref={button} look="quiet" icon={icon} isBusy={asked.isAsking} onClick={() => void asked.ask(askOne)}>{word}</Button>
        {asked.isAsking ? <Button look="quiet" onClick={asked.stop}>{say('stop')}</Button> : <span className="hint asked-who"><bdi>{who}</bdi> · {cost}</span>}
      </p>
      <p className="asked-state" role="status">{asked.isAsking ? say('asking') : ''}</p>
      {asked.fault !== '' && <p className="fault" role="alert">{asked.fault}</p>}
      {proposed && (
        <section className="asked-proposal" aria-label={say('proposal')}>
          {proposed.words === current ? <p role="status">{say('nothingChanges')}</p> : <WordDiff before={current} after={proposed.words} />}
          <p className="hint">{writtenBy(proposed)}</p>
          <div className="asked-acts">
            {proposed.words !== current && <Button autoFocus onClick={() => take(proposed.words)}>{say('take')}</Button>}
            <Button look="quiet" onClick={leave}>{say(proposed.words === current ? 'close' : 'leave')}</Button>
          </div>
        </section>
      )}
    </div>
  );
}
