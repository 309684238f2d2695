import { useState } from 'react';
import { isUntranslated } from '@komawari/comic/by-hand';
import { useWords } from '../../../../language/use-words.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Switch } from '../../../../ui/Checkbox.tsx';
import { SegmentedChoice } from '../../../../ui/SegmentedChoice.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import { textOps, type Language } from '../bubble-ops.ts';
import { usePageDesk } from '../desk-context.ts';
import { speakerOf } from '../page-ops.ts';

const LANGUAGES: readonly Language[] = ['zh', 'en', 'ja'];
const NAMES: Readonly<Record<Language, string>> = { zh: '中文', en: 'English', ja: '日本語' };

/** One art, many languages: which is read, and the words of each line beside the original. */
export function WordsTools() {
  const desk = usePageDesk();
  const { say } = useWords('comics-pages');
  const { language, setLanguage, page } = desk;
  const book = desk.desk.book;
  const own = book.book.language;
  const editions = book.book.editions ?? {};
  const spoken = LANGUAGES.filter((one) => one === own || editions[one]);
  const missing = LANGUAGES.filter((one) => !spoken.includes(one));
  const [isAll, setIsAll] = useState(false);
  const panels = book.book.chapters.flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels));
  const lines = panels.flatMap((panel) => panel.lines.map((line) => ({ line, panelId: panel.id })));
  const untranslated = language === own ? [] : lines.filter(({ line }) => isUntranslated(line, own, language));
  const here = new Set(page.laid.panels.map(({ id }) => id));
  const pageOf = new Map(page.pages.flatMap((one) => one.panelIds.map((id) => [id, one.number] as const)));
  const shown = isAll ? untranslated.slice(0, 100) : lines.filter(({ panelId }) => here.has(panelId));
  const setEditions = (value: typeof editions) => book.change((now) => [{ op: 'set', kind: 'book', id: now.id, field: 'editions', value: Object.keys(value).length > 0 ? value : null }], { merge: 'editions' });

  return (
    <div className="pe-tool">
      <section className="pe-part">
        <SegmentedChoice label={say('readIn')} value={language} onChange={setLanguage} options={spoken.map((one) => ({ value: one, word: NAMES[one], lang: one }))} />
        {missing.length > 0 && <div className="pe-buttons">{missing.map((one) => <Button key={one} onClick={() => { setEditions({ ...editions, [one]: {} }); setLanguage(one); desk.announce(say('editionAdded', { language: NAMES[one] })); }}>{say('addEdition', { language: NAMES[one] })}</Button>)}</div>}
        <p className="hint">{say('editionsHint')}</p>
      </section>
      {language !== own && (
        <section className="pe-part">
          <TextField label={say('editionTitle')} value={editions[language]?.title ?? ''} placeholder={book.book.title} onChange={(title) => { const { title: _, ...rest } = editions[language] ?? {}; setEditions({ ...editions, [language]: title === '' ? rest : { ...rest, title: title.slice(0, 400) } }); }} />
          {language !== 'en' && <Switch label={say('verticalEdition')} isChecked={editions[language]?.isVertical ?? (language === 'ja' && book.book.direction === 'rtl')} onChange={(isVertical) => setEditions({ ...editions, [language]: { ...editions[language], isVertical } })} />}
          <p className={untranslated.length > 0 ? 'pe-warn' : 'good'}>{say('untranslated', { count: untranslated.length })}</p>
          {untranslated.length > 0 && <Switch label={say('onlyUntranslated')} isChecked={isAll} onChange={setIsAll} />}
        </section>
      )}
      <ul className="pe-pairs">
        {shown.map(({ line, panelId }) => (
          <li key={line.id} className="pe-pair" data-missing={isUntranslated(line, own, language) || undefined}>
            {language !== own && <p lang={own} className="pe-original">{line.text[own]}</p>}
            <textarea
              rows={2} lang={language} aria-label={language === own ? say('wordsOf', { speaker: speakerOf(line) || say(line?.kind === 'sfx' ? 'kind-sfx' : 'narrator') }) : say('translationOf', { text: line.text[own] ?? '' })} value={line.text[language] ?? ''} maxLength={4000}
              onFocus={() => { if (here.has(panelId)) desk.select({ kind: 'bubble', lineId: line.id }); }}
              onChange={(event) => book.change((now) => textOps(now, line.id, language, event.target.value), { merge: `type ${line.id}` })}
            />
            {!here.has(panelId) && <button type="button" className="quiet" onClick={() => desk.goTo(pageOf.get(panelId) ?? 1)}>{say('pageN', { n: pageOf.get(panelId) ?? 1 })}</button>}
          </li>
        ))}
      </ul>
    </div>
  );
}
