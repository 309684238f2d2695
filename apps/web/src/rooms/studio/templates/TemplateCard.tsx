import type { TemplateContent } from '@komawari/contract';
import { lazy, Suspense, useMemo } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { MoreIcon } from '../../../ui/icons.ts';
import { Menu, type MenuItem } from '../../../ui/Menu.tsx';
import { nameOfSize } from '../desk/shapes.ts';
import { FormChanges } from '../picture/FormChanges.tsx';
import { styleName, type StyleOffer } from './style-list.ts';
import { asksFor, partOfTemplate } from './template-form.ts';

const StylePicture = lazy(() => import('./style-pictures.tsx').then(({ StylePicture: picture }) => ({ default: picture })));

type Props = { id: string; content: TemplateContent; styles: readonly StyleOffer[]; /** What it would change in the form is shown. */ isOpen: boolean; items: readonly MenuItem[]; onOpen: () => void; onUse: (part: ReturnType<typeof partOfTemplate>) => void };

/** One template: what it is, and before it is used, what changes in the form. */
export function TemplateCard({ id, content, styles, isOpen, items, onOpen, onUse }: Props) {
  const { say } = useWords('studio-templates');
  const { title, prompt, note, style, size, language } = content;
  const part = useMemo(() => partOfTemplate(content, styles), [content, styles]);
  const offer = styles.find(({ id }) => id === style?.id);
  const asked = asksFor(content);
  const facts = [style ? (styleName(style.id, styles) ?? style.words.slice(0, 40)) : '', size ? nameOfSize(size) : '', asked.length > 0 ? `${say('asksFor')}: ${asked.join(', ')}` : ''].filter((fact) => fact !== '');
  return (
    <li id={id} className="template" data-open={isOpen}>
      <span className="template-picture"><Suspense fallback={<span className="style-picture" />}><StylePicture id={offer?.house ?? (style ? 'own' : 'none')} {...(offer && !offer.house ? { name: offer.name } : {})} /></Suspense></span>
      <div className="template-words" lang={language ?? undefined}>
        <h4 className="template-title" dir="auto">{title}</h4>
        <p className="template-prompt" dir="auto">{prompt}</p>
        {note !== '' && <p className="hint template-note" dir="auto">{note}</p>}
      </div>
      <p className="hint template-facts">{facts.join(' · ')}</p>
      <div className="template-acts">
        <Button aria-label={say('useOf', { title })} aria-expanded={isOpen} onClick={onOpen}>{say('use')}</Button>
        <Menu trigger={<IconButton label={say('moreOf', { title })} icon={<MoreIcon />} />} items={items} />
      </div>
      {isOpen && <section className="template-change" aria-label={say('change')}><FormChanges part={part} onApply={() => onUse(part)} /></section>}
    </li>
  );
}
