import { listTextModels } from '../../../api/studio-craft.ts';
import { useCall } from '../../../api/use-call.ts';
import { useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { EyeIcon } from '../../../ui/icons.ts';
import { describing } from './ask-words.ts';
import { AskedWords } from './AskedWords.tsx';

type Props = {
  /** The picture as the server knows what was given; it may have to be given first. */
  inputOf: () => Promise<string>;
  current: string; charactersMax: number; onWords: (words: string) => void; onTaken?: () => void;
};

/** The words of a picture, by a model that sees; not there where none does. */
export function SeenWords({ inputOf, current, charactersMax, onWords, onTaken }: Props) {
  const { say, language } = useWords('studio-craft');
  const { can } = useSession();
  const models = useCall(['studio', 'text-models'], listTextModels, { isOff: !can('pictures.make') });
  const seeing = (models.data?.items ?? []).filter(({ model }) => model.pictures !== undefined);
  return (
    <AskedWords word={say('seeWords')} icon={<EyeIcon />} offers={seeing} weight={{ characters: 700, pictures: 1 }} current={current} onWords={onWords} {...(onTaken ? { onTaken } : {})}
      ask={async () => describing(await inputOf(), { prompt: current, language, charactersMax })} />
  );
}
