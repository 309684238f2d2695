import type { ReactNode } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CloseIcon, DoublePageIcon, FullscreenEndIcon, FullscreenIcon, GuidedIcon, KeyboardIcon, OverviewIcon, ScrollIcon, SinglePageIcon, TextIcon } from '../../../ui/icons.ts';
import type { ReadingMode } from './reading.ts';

type TopProps = { title: string; onClose: (() => void) | undefined; languages: ReactNode; isTextOpen: boolean; onText: () => void; onOverview: () => void; full: { isFull: boolean; canFull: boolean; toggle: () => void }; keys: Readonly<Record<'text' | 'full' | 'help', string>>; onKeys: () => void };

export function TopBar({ title, onClose, languages, isTextOpen, onText, onOverview, full, keys, onKeys }: TopProps) {
  const { say } = useWords('comics-reader');
  return (
    <header className="r-bar r-top">
      {onClose && <IconButton label={say('closeReader')} icon={<CloseIcon />} onClick={onClose} />}
      <p className="r-title"><span>{title}</span></p>
      <div className="r-tools">
        {languages}
        <IconButton label={say('fullText')} icon={<TextIcon />} aria-pressed={isTextOpen} shortcut={keys.text} onClick={onText} />
        <IconButton label={say('allPages')} icon={<OverviewIcon />} onClick={onOverview} />
        {full.canFull && <IconButton label={say(full.isFull ? 'fullscreenEnd' : 'fullscreen')} icon={full.isFull ? <FullscreenEndIcon /> : <FullscreenIcon />} shortcut={keys.full} onClick={full.toggle} />}
        <span className="r-keys-button"><IconButton label={say('shortcuts')} icon={<KeyboardIcon />} aria-haspopup="dialog" shortcut={keys.help} onClick={onKeys} /></span>
      </div>
    </header>
  );
}

const MODES = [['single', 'modeSingle', SinglePageIcon], ['double', 'modeDouble', DoublePageIcon], ['scroll', 'modeScroll', ScrollIcon], ['guided', 'modeGuided', GuidedIcon]] as const;

type FootProps = { page: number; open: readonly number[]; pageCount: number; direction: 'ltr' | 'rtl'; mode: ReadingMode; canDouble: boolean; onMode: (mode: ReadingMode) => void; onPage: (page: number) => void; whole: { isOn: boolean; onChange: (isOn: boolean) => void } | undefined; place: string };

export function FootBar({ page, open, pageCount, direction, mode, canDouble, onMode, onPage, whole, place }: FootProps) {
  const { say } = useWords('comics-reader');
  return (
    <footer className="r-bar r-foot">
      <div className="r-modes" role="radiogroup" aria-label={say('modes')}>
        {MODES.map(([value, word, Icon]) => {
          const isOff = value === 'double' && !canDouble;
          return (
            <label key={value} className="r-mode" data-tip={isOff ? say('noDouble') : say(word)}>
              <input type="radio" className="unseen" name="reading-mode" aria-label={say(word)} checked={mode === value} disabled={isOff} onChange={() => onMode(value)} />
              <Icon /><span className="r-mode-word" aria-hidden="true">{say(word)}</span>
            </label>
          );
        })}
      </div>
      {whole && <label className="r-whole"><input type="checkbox" checked={whole.isOn} onChange={(event) => whole.onChange(event.target.checked)} />{say('wholeFirst')}</label>}
      <span className="r-place number" aria-hidden="true">{open.join('–')} / {pageCount}</span>
      <input type="range" className="r-slider" dir={direction} min={1} max={pageCount} value={page} aria-label={say('slider')} aria-valuetext={place} onChange={(event) => onPage(Number(event.target.value))} disabled={pageCount < 2} />
    </footer>
  );
}
