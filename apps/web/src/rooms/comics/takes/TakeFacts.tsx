import type { Book, Expression } from '@komawari/comic';
import type { Take } from '@komawari/contract';
import { pictureOf, pictureSizeOf } from '../../../engine/choice-pictures.ts';
import type { WordKey } from '../../../language/namespaces.ts';
import { useWords } from '../../../language/use-words.ts';
import { AlertIcon } from '../../../ui/icons.ts';
import { Sketch } from '../cast/Sketch.tsx';
import { personSketch } from '../cast/views.ts';
import { chipsOf, PICTURED, type Chip } from './direction-chips.ts';

/** What a take is: who drew it, what was asked for, what was understood, when. */
export function TakeFacts({ take, book, name }: { take: Take; book: Book; name: string }) {
  const { say, language } = useWords('comics-takes');
  const chips = chipsOf(take.directions);
  return (
    <div className="takes-facts">
      <p className="takes-head"><strong>{name}</strong><time className="number" dateTime={take.createdAt}>{new Date(take.createdAt).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })}</time></p>
      {take.error && <p className="fault" role="alert"><AlertIcon aria-hidden="true" />{take.error.message}</p>}
      {take.request !== '' && <p className="takes-request"><q>{take.request}</q></p>}
      {take.prompt !== '' && <details className="takes-told"><summary>{say('toldModel')}</summary><p className="takes-prompt hint" lang="en">{take.prompt}</p></details>}
      {chips.length > 0 && (
        <div className="takes-understood">
          <span className="hint">{say('understood')}</span>
          <ul>{chips.map((chip, index) => <ChipItem key={index} chip={chip} book={book} />)}</ul>
        </div>
      )}
    </div>
  );
}

function ChipItem({ chip, book }: { chip: Chip; book: Book }) {
  const { say } = useWords('comics-takes');
  const { say: sayTerm } = useWords('comics-terms');
  if (!('value' in chip)) return <li className="chip">{chip.kind === 'crowd' ? say('crowdOf', { count: chip.count }) : say(chip.kind === 'leans' ? 'leans' : 'mirrored')}</li>;
  const kind = PICTURED[chip.kind];
  const person = chip.who === undefined ? undefined : book.bible.cast.find((one) => one.id === chip.who);
  const who = person?.name;
  const isFace = person !== undefined && chip.kind === 'expression';
  return (
    <li className="chip" data-pictured={kind !== undefined}>
      {isFace && <span className="chip-face"><Sketch shape="head" sketch={personSketch(person, book.style, { expression: chip.value as Expression })} /></span>}
      {kind !== undefined && !isFace && <img src={pictureOf(kind, chip.value as never)} alt="" {...pictureSizeOf(kind)} />}
      <span>{who !== undefined && <><bdi>{who}</bdi>: </>}{sayTerm(`${chip.kind}-${chip.value}` as WordKey<'comics-terms'>)}</span>
    </li>
  );
}
