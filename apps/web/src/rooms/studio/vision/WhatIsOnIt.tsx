import { SEEN_KINDS, type PictureWithRecipe, type Seen, type SeenKind } from '@komawari/contract';
import { useId } from 'react';
import { listTextModels } from '../../../api/studio-craft.ts';
import { useCall } from '../../../api/use-call.ts';
import { useSession } from '../../../frame/use-session.ts';
import type { WordKey } from '../../../language/namespaces.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { guessedTokens, textCost } from '../craft/text-cost.ts';
import { SeenAnswer } from './SeenAnswer.tsx';
import { useSeen } from './use-seen.ts';
import './vision.css';

const ASKS: Record<SeenKind, WordKey<'studio-vision'>> = { description: 'describe', tags: 'proposeTags', text: 'readText' };
/** Of the question that goes with the picture. */
const QUESTION_CHARACTERS = 700;

/** What a model that sees says of a picture: in words, as tags to be kept, or the writing in it. */
export function WhatIsOnIt({ picture }: { picture: PictureWithRecipe }) {
  const { say, language } = useWords('studio-vision');
  const { can } = useSession();
  const id = useId();
  const { asking, fault, seen, ask, stop } = useSeen(picture.id);
  const { data } = useCall(['studio', 'text-models'], listTextModels, { isOff: !can('pictures.make') });
  if (!data || !can('pictures.make')) return null;
  const offers = data.items.filter(({ model }) => model.pictures !== undefined);
  const [only] = offers.length === 1 ? offers : [];
  const costOf = (offer: typeof only, tokens: { inputTokens: number; outputTokens: number } | null) => {
    const cost = offer && (!offer.bills || tokens) ? textCost(offer, tokens ?? guessedTokens(0, 0), language) : { kind: 'unknown' as const };
    return cost.kind === 'free' ? say('free') : cost.kind === 'about' ? say('about', { price: cost.text }) : say('priceUnknown');
  };
  const who = only ? `${only.model.name} · ${only.providerName}` : say('oneThatSees');
  const before = only ? costOf(only, guessedTokens(QUESTION_CHARACTERS, 1)) : offers.every(({ bills }) => !bills) ? say('free') : say('priceUnknown');
  const saidBy = ({ model, usage, isCached }: Seen) => {
    const by = offers.find(({ providerId, model: { id: modelId } }) => providerId === model.providerId && modelId === model.modelId);
    return say('saidBy', { name: by ? `${by.model.name} · ${by.providerName}` : model.modelId, cost: isCached ? say('cached') : costOf(by, usage) });
  };
  return (
    <section className="seen" aria-labelledby={id}>
      <h2 id={id}>{say('whatIsOnIt')}</h2>
      {offers.length === 0 ? <p className="hint">{say('noneSees')}</p> : (
        <>
          <div className="seen-asks">
            {SEEN_KINDS.map((kind) => (
              <Button key={kind} isBusy={asking === kind} onClick={() => void ask(kind, only && { providerId: only.providerId, modelId: only.model.id })}>{say(ASKS[kind])}</Button>
            ))}
          </div>
          <div className="seen-state">
            <p role="status">{asking ? say('looking') : ''}</p>
            {asking ? <Button look="quiet" onClick={stop}>{say('stop')}</Button> : <p className="hint"><bdi>{who}</bdi> · {before}</p>}
          </div>
          {fault !== '' && <p className="fault" role="alert">{fault}</p>}
          {SEEN_KINDS.map((kind) => {
            const answer = seen[kind];
            return answer && <SeenAnswer key={kind} title={say(ASKS[kind])} answer={answer} saidBy={saidBy(answer)} picture={picture} />;
          })}
        </>
      )}
    </section>
  );
}
