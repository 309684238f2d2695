import { memo, useEffect } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { PictureChoice } from '../../../ui/PictureChoice.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { costOf } from '../../studio/desk/cost.ts';
import { addressOf, useMakers } from '../makers/use-makers.ts';
import { ChoicePicture } from './ChoicePicture.tsx';
import type { Draft } from './draft.ts';

type Props = Pick<Draft, 'artist' | 'writer'> & { onChange: (part: Partial<Draft>) => void };

/** Who draws and who writes. One of each is built in; others are models of the providers that are set up. */
export const MakerChoices = memo(function MakerChoices({ artist, writer, onChange }: Props) {
  const { say, language } = useWords('comics-desk');
  const { artists, writers, isKnown } = useMakers();
  const drawer = artists.find((one) => addressOf(one) === artist);
  const teller = writers.find((one) => addressOf(one) === writer);
  // A model that was chosen once and is gone now is not asked for.
  const isArtistGone = isKnown && artist !== 'storyboard' && !drawer;
  const isWriterGone = isKnown && writer !== 'built-in' && !teller;
  useEffect(() => {
    if (isArtistGone || isWriterGone) onChange({ ...(isArtistGone ? { artist: 'storyboard' } : {}), ...(isWriterGone ? { writer: 'built-in' } : {}) });
  }, [isArtistGone, isWriterGone, onChange]);
  const cost = drawer && costOf(drawer, 1, language);
  const nameOf = ({ providerName, model }: { providerName: string; model: { name: string } }) => `${model.name} · ${providerName}`;
  return (
    <section className="desk-part" aria-labelledby="makers-title">
      <h2 id="makers-title">{say('makersTitle')}</h2>
      <div className="desk-makers">
        <div className="desk-maker">
          <PictureChoice label={say('artist')} value={drawer ? 'model' : 'storyboard'} onChange={(value) => onChange({ artist: value === 'model' && artists[0] ? addressOf(artists.find(({ isDefault }) => isDefault) ?? artists[0]) : 'storyboard' })} options={[
            { value: 'storyboard', word: say('artistBuiltIn'), note: say('artistBuiltInNote'), picture: <ChoicePicture kind="art" value="none" /> },
            ...(artists.length > 0 ? [{ value: 'model' as const, word: say('artistModel'), note: say('artistModelNote'), picture: <ChoicePicture kind="art" value="realistic" /> }] : []),
          ]} />
          {drawer && <SelectField label={say('artistWhich')} value={addressOf(drawer)} onChange={(value) => onChange({ artist: value })} options={artists.map((one) => ({ value: addressOf(one), word: nameOf(one) }))} hint={cost?.kind === 'about' ? say('panelAbout', { price: cost.text }) : say(cost?.kind === 'free' ? 'panelFree' : 'panelUnknown')} />}
        </div>
        <div className="desk-maker">
          <PictureChoice label={say('writer')} value={teller ? 'model' : 'rules'} onChange={(value) => onChange({ writer: value === 'model' && writers[0] ? addressOf(writers.find(({ isDefault }) => isDefault) ?? writers[0]) : 'built-in' })} options={[
            { value: 'rules', word: say('writerBuiltIn'), note: say('writerBuiltInNote'), picture: <ChoicePicture kind="pose" value="write" /> },
            ...(writers.length > 0 ? [{ value: 'model' as const, word: say('writerModel'), note: say('writerModelNote'), picture: <ChoicePicture kind="pose" value="read" /> }] : []),
          ]} />
          {teller && <SelectField label={say('writerWhich')} value={addressOf(teller)} onChange={(value) => onChange({ writer: value })} options={writers.map((one) => ({ value: addressOf(one), word: nameOf(one) }))} hint={say('storyLeaves')} />}
        </div>
      </div>
      {artists.length + writers.length === 0 && <p className="hint">{say('moreMakers')}</p>}
    </section>
  );
});
