import type { Character } from '@komawari/comic';
import { useWords } from '../../../../language/use-words.ts';
import { PictureChoice } from '../../../../ui/PictureChoice.tsx';
import { useCast } from '../cast-context.ts';
import { VOICE_WORDS } from '../look-words.ts';

const VOICES = ['normal', 'rough', 'soft', 'machine'] as const satisfies readonly Character['voice'][];
/** Outlines on a field of 120 x 84; the tail leaves to the lower left. */
const OUTLINES: Record<Character['voice'], string> = {
  normal: 'M44 67C24 65 8 53 8 37C8 19 30 7 60 7S112 19 112 37S90 68 60 68L56 68C52 74 44 79 34 81C40 77 44 72 44 67Z',
  rough: 'M46 66L36 64L33 68L27 59L19 60L19 51L10 49L14 41L6 35L14 29L11 21L20 21L22 12L31 15L37 6L46 11L55 5L64 11L74 6L81 13L91 10L94 19L104 20L103 28L113 33L107 40L112 48L102 51L101 60L91 58L85 66L76 62L66 69L58 66L50 78L36 82L45 74Z',
  soft: 'M44 66C28 66 22 58 22 54C10 54 4 44 10 36C4 26 14 16 24 19C28 8 44 4 54 11C64 3 82 5 88 15C102 12 114 22 108 34C116 44 108 56 96 55C92 66 76 70 66 64C60 69 52 69 50 67C48 74 42 79 34 81C40 76 43 71 44 66Z',
  machine: 'M10 12H110V62H56L34 80L42 62H10Z',
};

/** The shape that somebody's bubbles have. */
export function VoiceChoice({ person }: { person: Character }) {
  const { say } = useWords('comics-cast');
  const { change } = useCast();
  return (
    <div className="cast-voices">
      <PictureChoice
        label={say('voice')} value={person.voice} cardWidthPx={132}
        onChange={(voice) => change([{ op: 'set', kind: 'character', id: person.id, field: 'voice', value: voice }])}
        options={VOICES.map((voice) => ({
          value: voice, word: say(VOICE_WORDS[voice]),
          picture: (
            <svg viewBox="0 0 120 84" className="cast-voice-picture" aria-hidden="true">
              <path d={OUTLINES[voice]} />
              <text x="60" y="42" textAnchor="middle" textLength={say('voiceSample').length > 7 ? 80 : undefined} lengthAdjust="spacingAndGlyphs">{say('voiceSample')}</text>
            </svg>
          ),
        }))}
      />
      <p className="hint">{say('voiceHint')}</p>
    </div>
  );
}
