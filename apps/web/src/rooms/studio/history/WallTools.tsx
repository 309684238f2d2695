import { useEffect, useRef, useState } from 'react';
import { listUsedStyles } from '../../../api/studio-templates.ts';
import { listUsedModels } from '../../../api/studio.ts';
import { useCall } from '../../../api/use-call.ts';
import { useShortcut } from '../../../frame/shortcuts/use-shortcut.ts';
import { useWords } from '../../../language/use-words.ts';
import { ComboboxField } from '../../../ui/ComboboxField.tsx';
import { OverviewIcon, SearchIcon, WaterfallIcon } from '../../../ui/icons.ts';
import { SegmentedChoice } from '../../../ui/SegmentedChoice.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { styleName } from '../templates/style-list.ts';
import { useStyles } from '../templates/use-styles.ts';
import { useLabels } from './use-labels.ts';
import { SHOWS, SINCES, type WallSearch } from './wall-search.ts';

const REST_MS = 250;
const SHOW_WORDS = { favourites: 'showFavourites', troubled: 'showTroubled', trash: 'showTrash' } as const;
const SINCE_WORDS = { day: 'sinceDay', week: 'sinceWeek', month: 'sinceMonth' } as const;

type Props = { search: WallSearch; onGo: (change: { [K in keyof WallSearch]: WallSearch[K] | undefined }) => void };

/** Finding and narrowing; all of it stands in the address. */
export function WallTools({ search, onGo }: Props) {
  const { say } = useWords('studio');
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(search.q ?? '');
  const { say: sayLabel } = useWords('studio-keeping');
  const { boards, tags } = useLabels();
  const { data: used } = useCall(['studio', 'used-models'], listUsedModels);
  const { data: usedStyles } = useCall(['studio', 'used-styles'], listUsedStyles);
  const { offers } = useStyles(search.style !== undefined || (usedStyles?.items.length ?? 0) > 0);
  useShortcut('studio.find', 'F', () => field.current?.focus(), { word: say('keyFind') });

  const asked = useRef(onGo);
  useEffect(() => { asked.current = onGo; });
  useEffect(() => {
    if (words.trim() === (search.q ?? '')) return undefined;
    const timer = setTimeout(() => asked.current({ q: words.trim() === '' ? undefined : words.trim() }), REST_MS);
    return () => clearTimeout(timer);
  }, [words, search.q]);

  const models = (used?.items ?? []).map(({ providerId, modelId, modelName, providerName, count }) => ({ value: `${providerId}/${modelId}`, word: `${modelName ?? modelId}${providerName === null ? '' : ` · ${providerName}`} (${count})` }));
  const isKnown = search.model === undefined || models.some(({ value }) => value === search.model);
  const styles = labelOptions((usedStyles?.items ?? []).map(({ id, count }) => ({ id, word: styleName(id, offers) ?? say('styleOwn'), count })), search.style, styleName(search.style ?? '', offers) ?? say('styleOwn'));
  const labels = { board: boards ? labelOptions(boards, search.board, sayLabel('boardGoneTitle')) : [], tag: labelOptions(tags, search.tag, search.tag ?? '') };
  return (
    <div className="wall-tools" role="search">
      <div className="wall-find">
        <SearchIcon aria-hidden="true" />
        <input ref={field} type="search" aria-label={say('find')} placeholder={say('find')} maxLength={200} value={words} onChange={(event) => setWords(event.target.value)} />
      </div>
      <SelectField label={say('show')} isLabelHidden value={search.show ?? 'all'} onChange={(show) => onGo({ show: show === 'all' ? undefined : show })} options={[{ value: 'all' as const, word: say('showAll') }, ...SHOWS.map((show) => ({ value: show, word: say(SHOW_WORDS[show]) }))]} />
      <SelectField label={say('since')} isLabelHidden value={search.since ?? 'ever'} onChange={(since) => onGo({ since: since === 'ever' ? undefined : since })} options={[{ value: 'ever' as const, word: say('sinceEver') }, ...SINCES.map((since) => ({ value: since, word: say(SINCE_WORDS[since]) }))]} />
      {(models.length > 1 || search.model !== undefined) && (
        <SelectField label={say('model')} isLabelHidden value={search.model ?? ''} onChange={(model) => onGo({ model: model === '' ? undefined : model })} options={[{ value: '', word: say('everyModel') }, ...models, ...(isKnown ? [] : [{ value: search.model ?? '', word: search.model?.split('/').slice(1).join('/') ?? '' }])]} />
      )}
      {styles.length > 0 && <SelectField label={say('style')} isLabelHidden value={search.style ?? ''} onChange={(style) => onGo({ style: style === '' ? undefined : style })} options={[{ value: '', word: say('styleAny') }, ...styles]} />}
      {labels.board.length > 0 && <ComboboxField label={sayLabel('boards')} isLabelHidden value={search.board ?? ''} none={sayLabel('noBoardFound')} onChange={(board) => onGo({ board: board || undefined })} options={[{ value: '', word: sayLabel('anyBoard') }, ...labels.board]} />}
      {labels.tag.length > 0 && <ComboboxField label={sayLabel('tags')} isLabelHidden value={search.tag ?? ''} none={sayLabel('noTagFound')} onChange={(tag) => onGo({ tag: tag || undefined })} options={[{ value: '', word: sayLabel('anyTag') }, ...labels.tag]} />}
      <SegmentedChoice label={say('look')} isLabelHidden value={search.look ?? 'waterfall'} onChange={(look) => onGo({ look: look === 'waterfall' ? undefined : look })}
        options={[{ value: 'waterfall' as const, word: say('lookWaterfall'), icon: <WaterfallIcon aria-hidden="true" /> }, { value: 'grid' as const, word: say('lookGrid'), icon: <OverviewIcon aria-hidden="true" /> }]} />
    </div>
  );
}

/** What the address names stays chosen where it is no longer there. */
function labelOptions(labels: readonly { id: string; word: string; count: number }[], chosen: string | undefined, goneWord: string): { value: string; word: string }[] {
  const options = labels.map(({ id, word, count }) => ({ value: id, word: `${word} (${count})` }));
  return chosen === undefined || labels.some(({ id }) => id === chosen) ? options : [...options, { value: chosen, word: goneWord }];
}
