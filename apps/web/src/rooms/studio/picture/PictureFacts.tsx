import type { PictureWithRecipe } from '@komawari/contract';
import { useWords } from '../../../language/use-words.ts';
import { nameOfSize } from '../desk/shapes.ts';
import { ABILITY_WORDS } from '../desk/problem-words.ts';

/** How it came about. */
export function PictureFacts({ picture }: { picture: PictureWithRecipe }) {
  const { say, language } = useWords('studio');
  const { recipe } = picture;
  const inputs = (recipe.sourceId === undefined ? 0 : 1) + recipe.referenceIds.length;
  const facts: [string, string | undefined][] = [
    [say('model'), picture.model ? [picture.modelName ?? picture.model.modelId, picture.providerName].filter((name) => name !== null).join(' · ') : undefined],
    [say('work'), recipe.ability === 'generate' ? undefined : say(ABILITY_WORDS[recipe.ability])],
    [say('size'), picture.width > 0 ? `${picture.width} × ${picture.height}` : nameOfSize(recipe.size)],
    [say('enlarged'), recipe.enlarged && `${recipe.enlarged.factor}×`],
    [say('seed'), picture.seed === null ? undefined : String(picture.seed)],
    [say('steps'), recipe.steps?.toLocaleString(language)], [say('guidance'), recipe.guidance?.toLocaleString(language)], [say('strength'), recipe.strength?.toLocaleString(language)],
    [say('negativePrompt'), recipe.negativePrompt],
    [say('given'), inputs === 0 ? undefined : say('pictureCount', { count: inputs })],
    ...Object.entries(recipe.settings).map(([name, value]): [string, string] => [name, String(value)]),
    [say('madeAt'), new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(picture.createdAt))],
    [say('weight'), picture.sizeBytes > 0 ? new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(picture.sizeBytes / 1000) : undefined],
  ];
  return <dl className="facts">{facts.map(([name, value]) => value !== undefined && value !== '' && <div key={name}><dt>{name}</dt><dd className="number" dir="auto">{value}</dd></div>)}</dl>;
}
