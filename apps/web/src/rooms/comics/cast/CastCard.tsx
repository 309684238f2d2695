import type { Character } from '@komawari/comic';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { MoreIcon, RenameIcon, TrashIcon, YouIcon } from '../../../ui/icons.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { useCast } from './cast-context.ts';
import { VOICE_WORDS } from './look-words.ts';
import { Sketch } from './Sketch.tsx';
import { bearingOf, personSketch } from './views.ts';

type Drag = { id: string | undefined; onStart: () => void; onEnd: () => void; onDrop: () => void };
type Props = { person: Character; onMerge: () => void; onRemove: () => void; drag: Drag };

/** Head and figure, everybody at one scale before the same lines of height. Who is pointed at waves. */
export function CastCard({ person, onMerge, onRemove, drag }: Props) {
  const { say } = useWords('comics-cast');
  const { comicId, open, lines, panels } = useCast();
  const navigate = useNavigate();
  const [isMet, setIsMet] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const { id, name } = person;
  const { style } = open.book;
  const bearing = bearingOf(person);
  // The story's own "captain" of a Captain says nothing new.
  const aliases = person.aliases.filter((alias) => alias.toLowerCase() !== name.toLowerCase());
  const link = { to: '/comics/$comicId/cast/$characterId', params: { comicId, characterId: id } } as const;
  const isTarget = drag.id !== undefined && drag.id !== id;
  const meet = (isThere: boolean) => () => setIsMet(isThere);
  return (
    <li
      className="cast-card" data-over={isOver && isTarget} data-lifted={drag.id === id} draggable onPointerEnter={meet(true)} onPointerLeave={meet(false)}
      onDragStart={(event) => { event.dataTransfer.effectAllowed = 'move'; drag.onStart(); }} onDragEnd={() => { setIsOver(false); drag.onEnd(); }}
      onDragOver={(event) => { if (isTarget) { event.preventDefault(); setIsOver(true); } }} onDragLeave={() => setIsOver(false)} onDrop={(event) => { event.preventDefault(); setIsOver(false); drag.onDrop(); }}
    >
      <Link {...link} className="cast-card-link" draggable={false} onFocus={meet(true)} onBlur={meet(false)}>
        <span className="cast-card-stage">
          <span className="cast-card-head"><Sketch shape="head" sketch={personSketch(person, style, { expression: isMet ? 'laugh' : bearing.expression })} /></span>
          <span className="cast-card-figure cast-height-lines"><Sketch shape="figure" sketch={personSketch(person, style, { shows: 'figure', pose: isMet ? 'wave' : bearing.pose, expression: isMet ? 'laugh' : bearing.expression })} /></span>
        </span>
        <span className="cast-card-name"><bdi>{name}</bdi></span>
        <span className="cast-card-facts">
          <span>{say('lineCount', { count: lines.get(id) ?? 0 })}</span><span>{say('panelCount', { count: panels.get(id) ?? 0 })}</span>
          {person.voice !== 'normal' && <span>{say('voice')}: {say(VOICE_WORDS[person.voice])}</span>}
        </span>
        {aliases.length > 0 && <span className="cast-card-aliases"><bdi>{say('alsoCalled', { names: aliases.slice(0, 4).join(', ') })}</bdi></span>}
      </Link>
      <Menu
        trigger={<IconButton label={say('more-of', { name })} icon={<MoreIcon />} />}
        items={[
          { word: say('openSheet'), icon: <RenameIcon />, onChoose: () => void navigate(link) },
          { word: say('mergeInto'), icon: <YouIcon />, onChoose: onMerge, isOff: open.book.bible.cast.length < 2 },
          'line',
          { word: say('remove'), icon: <TrashIcon />, isDanger: true, onChoose: onRemove },
        ]}
      />
    </li>
  );
}
