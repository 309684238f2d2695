import type { ImageModelOffer } from '@komawari/contract';
import { useDeferredValue, useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { DownIcon } from '../../../ui/icons.ts';
import { Popover } from '../../../ui/Popover.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { costOf } from './cost.ts';
import type { Ability } from './draft.ts';
import { ABILITY_WORDS } from './problem-words.ts';

type Props = { offers: readonly ImageModelOffer[]; chosen: ImageModelOffer; onChoose: (offer: ImageModelOffer) => void };

/** So many models make finding one by its name worth a field. */
const MANY = 8;
const SHOWN_ABILITIES: readonly Ability[] = ['vary', 'edit', 'upscale', 'cut-out'];

/** Who draws: the model and its provider, what it can do, what it costs. */
export function ModelPicker({ offers, chosen, onChoose }: Props) {
  const { say } = useWords('studio');
  const [isOpen, setIsOpen] = useState(false);
  const [words, setWords] = useState('');
  const wanted = useDeferredValue(words.trim().toLocaleLowerCase());
  const found = offers.filter(({ model, providerName }) => `${model.name} ${model.id} ${providerName}`.toLocaleLowerCase().includes(wanted));
  const trigger = (
    <button type="button" className="model-button" aria-describedby="model-label">
      <span className="model-names"><strong><bdi>{chosen.model.name}</bdi></strong><span className="hint"><bdi>{chosen.providerName}</bdi> · <CostOfOne offer={chosen} /></span></span>
      <DownIcon aria-hidden="true" />
    </button>
  );
  return (
    <div className="desk-field">
      <span id="model-label" className="desk-label">{say('model')}</span>
      <Popover trigger={trigger} title={say('model')} isOpen={isOpen} onOpenChange={setIsOpen}>
        <div className="models">
          {offers.length > MANY && <TextField label={say('findModel')} isLabelHidden placeholder={say('findModel')} type="search" value={words} onChange={setWords} />}
          <div className="model-list" role="group" aria-label={say('model')}>
            {found.map((offer) => (
              <button key={`${offer.providerId} ${offer.model.id}`} type="button" className="model-row" aria-pressed={offer === chosen} onClick={() => { onChoose(offer); setIsOpen(false); }}>
                <span className="model-names"><strong><bdi>{offer.model.name}</bdi></strong><span className="hint"><bdi>{offer.providerName}</bdi></span></span>
                <span className="model-facts">
                  <CostOfOne offer={offer} />
                  {offer.isDefault && <Tag tone="good">{say('usual')}</Tag>}
                </span>
                <span className="model-can hint">{SHOWN_ABILITIES.filter((ability) => offer.model.abilities.includes(ability)).map((ability) => say(ABILITY_WORDS[ability])).concat(offer.model.references && offer.model.references.countMax > 1 ? [say('canReferences', { count: offer.model.references.countMax })] : []).join(' · ') || say('canWordsOnly')}</span>
              </button>
            ))}
            {found.length === 0 && <p className="hint">{say('noModelFound')}</p>}
          </div>
        </div>
      </Popover>
    </div>
  );
}

function CostOfOne({ offer }: { offer: ImageModelOffer }) {
  const { say, language } = useWords('studio');
  const cost = costOf(offer, 1, language);
  return <span className="number">{cost.kind === 'free' ? say('free') : cost.kind === 'about' ? say('eachAbout', { price: cost.text }) : say('priceUnknown')}</span>;
}
