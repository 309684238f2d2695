import type { Character, Look } from '@komawari/comic';
import { useState, type ComponentType } from 'react';
import { engine, isMovedOn } from '../../../engine/client.ts';
import type { WordKey } from '../../../language/namespaces.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { HistoryIcon, RedrawIcon } from '../../../ui/icons.ts';
import { Tabs } from '../../../ui/Tabs.tsx';
import { showToast } from '../../../ui/toast.ts';
import { useCast } from './cast-context.ts';
import type { PartProps } from './look-part.ts';
import { useLook } from './look-part.ts';
import type { Worn } from './outfit-times.ts';
import { BodyPart } from './parts/BodyPart.tsx';
import { ClothesPart } from './parts/ClothesPart.tsx';
import { ColourPart } from './parts/ColourPart.tsx';
import { FacePart } from './parts/FacePart.tsx';
import { HairPart } from './parts/HairPart.tsx';
import { WearPart } from './parts/WearPart.tsx';
import { WhoPart } from './parts/WhoPart.tsx';
import { Sketch } from './Sketch.tsx';
import { surpriseLook } from './surprise.ts';
import { personSketch } from './views.ts';

const PARTS = { who: WhoPart, hair: HairPart, face: FacePart, body: BodyPart, wear: WearPart, clothes: ClothesPart, colours: ColourPart } as const satisfies Record<string, ComponentType<PartProps>>;
type Part = keyof typeof PARTS;
const WORDS: Record<Part, WordKey<'comics-cast'>> = { who: 'partWho', hair: 'partHair', face: 'partFace', body: 'partBody', wear: 'partWear', clothes: 'partClothes', colours: 'partColours' };

/** The live picture, and beside it what can be changed, part by part. */
export function LookDesk({ person, worn, onWear }: { person: Character; worn: Worn; onWear: (outfitId: string) => void }) {
  const { say } = useWords('comics-cast');
  const { comicId, open, change } = useCast();
  const [part, setPart] = useState<Part>('hair');
  const [tried, setTried] = useState<Look>();
  const [isReading, setIsReading] = useState(false);
  const setLook = useLook(person);
  const { style } = open.book;
  const shown = { look: tried ?? person.look, outfit: worn.outfit, fineness: 2 } as const;
  // Whoever chooses a cut wants to see it, also of somebody who never takes off the hat.
  const head = part === 'hair' ? { ...shown, look: { ...shown.look, headwear: 'none' as const } } : shown;

  const surprise = () => setLook(surpriseLook(person.look, Math.floor(performance.now() * 1000)));
  const reset = async () => {
    setIsReading(true);
    try {
      const told = await engine.toldLook(comicId, person.id, { key: 'cast-told' });
      change((book) => {
        const now = book.bible.cast.find((one) => one.id === person.id);
        return now ? [{ op: 'set', kind: 'character', id: person.id, field: 'look', value: told.look }, { op: 'set', kind: 'character', id: person.id, field: 'outfits', value: now.outfits.map((one, index) => (index === 0 ? { ...one, outfit: told.outfit } : one)) }] : [];
      });
    } catch (error) {
      if (!isMovedOn(error)) showToast({ text: say('errorUnknown'), isFault: true });
    } finally {
      setIsReading(false);
    }
  };

  return (
    <div className="cast-desk">
      <div className="cast-desk-stage">
        <div className="cast-desk-head"><Sketch shape="head" isUrgent sketch={personSketch(person, style, { ...head, expression: 'neutral' })} alt={say('headOf', { name: person.name })} /></div>
        <div className="cast-desk-figure cast-height-lines"><Sketch shape="figure" isUrgent sketch={personSketch(person, style, { ...shown, shows: 'figure', pose: 'stand-relaxed' })} alt={say('figureOf', { name: person.name })} /></div>
        <div className="cast-desk-acts">
          <Button icon={<RedrawIcon />} onClick={surprise}>{say('surprise')}</Button>
          <Button icon={<HistoryIcon />} isBusy={isReading} onClick={() => void reset()}>{say('resetLook')}</Button>
        </div>
      </div>
      <Tabs<Part>
        label={say('parts')} value={part} onChange={setPart}
        tabs={(Object.keys(PARTS) as Part[]).map((value) => {
          const Shown = PARTS[value];
          return { value, word: say(WORDS[value]), panel: <div className="cast-desk-part"><Shown person={person} worn={worn} onTry={setTried} onWear={onWear} /></div> };
        })}
      />
    </div>
  );
}
