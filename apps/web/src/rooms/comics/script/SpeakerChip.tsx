import type { Character, Line } from '@komawari/comic';
import type { CSSProperties } from 'react';
import type { Say } from '../../../language/use-words.ts';

/** Who speaks: the colours of the person's hair and clothes around the first letter of the name. */
export function SpeakerChip({ character, name }: { character: Character | undefined; name: string }) {
  const look = character?.look.colours;
  return (
    <>
      <span className="script-face" data-nobody={!character || undefined} data-letter={[...name][0] ?? ''} aria-hidden style={look ? ({ '--top': look.top, '--hair': look.hair } as CSSProperties) : undefined} />
      <span className="script-name">{name}</span>
    </>
  );
}

export function speakerName(line: Line, character: Character | undefined, say: Say<'comics-script'>): string {
  if (character) return character.name;
  if (line.kind === 'sfx') return say('sound');
  if (line.kind === 'narration') return say('narrator');
  return line.speaker === '' ? say('someVoice') : line.speaker;
}
