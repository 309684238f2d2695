import { useMemo } from 'react';
import { applyTemplate, edgesOf, handOfPage, leavesOf, previewOf, templateOf, templatesFor } from '../layout-door.ts';
import { useWords } from '../../../../language/use-words.ts';
import { Button } from '../../../../ui/Button.tsx';
import { newId } from '../../book/use-book.ts';
import { usePageDesk } from '../desk-context.ts';
import { bleedOps, mergeOps, moveToPageOps, putPage, resetPage, splitOps, swapOps } from '../page-ops.ts';
import { nameOfTemplate } from '../template-name.ts';
import { TemplateCard } from './TemplateCard.tsx';

/** How the page is cut into panels. */
export function LayoutTools() {
  const desk = usePageDesk();
  const { say } = useWords('comics-pages');
  const { page, ground, selection } = desk;
  const book = desk.desk.book;
  const ids = useMemo(() => leavesOf(page.laid.cut), [page.laid]);
  const count = page.laid.panels.length;
  const templates = useMemo(() => templatesFor(count, ground), [count, ground]);
  const own = (book.book.templates ?? []).filter((one) => leavesOf(one.cut).length === count);
  const panelId = selection?.kind === 'panel' ? selection.id : undefined;
  const isStrip = ground.format.id === 'webtoon';
  if (page.matter) return <p className="hint">{say('matterPage')}</p>;

  const put = (template: Parameters<typeof applyTemplate>[1]) => {
    const cut = applyTemplate(page.laid, template, ground);
    if (!cut) return desk.announce(say('noRoom'));
    book.change((now) => putPage(now, cut));
    desk.announce(say('layoutSet'));
  };
  const keepOwn = () => {
    const template = { ...templateOf(page.laid, 'own'), id: newId('template') };
    book.change((now) => [{ op: 'set', kind: 'book', id: now.id, field: 'templates', value: [...(now.templates ?? []), template].slice(-60) }]);
    desk.announce(say('templateKept'));
  };
  const forget = (id: string) => book.change((now) => {
    const rest = (now.templates ?? []).filter((one) => one.id !== id);
    return [{ op: 'set', kind: 'book', id: now.id, field: 'templates', value: rest.length > 0 ? rest : null }];
  });

  return (
    <div className="pe-tool">
      {panelId === undefined ? <p className="hint">{say('choosePanel')}</p> : <PanelLayout panelId={panelId} at={ids.indexOf(panelId)} last={ids.length - 1} />}
      {!isStrip && (
        <section className="pe-part">
          <h2>{say('templates')}</h2>
          <div className="pe-templates">
            {templates.map((template) => <TemplateCard key={template.name} label={say('templateNamed', { name: nameOfTemplate(say, template.name) })} preview={template} isChosen={page.laid.template === template.name} onChoose={() => put(template.name)} />)}
          </div>
          <h3>{say('ownTemplates')}</h3>
          {own.length === 0 && <p className="hint">{say('ownTemplatesNone')}</p>}
          <div className="pe-templates">
            {own.map((one, i) => <TemplateCard key={one.id} label={say('ownTemplateN', { n: i + 1 })} preview={previewOf(one, ground)} isChosen={false} onChoose={() => put(one)} onRemove={() => forget(one.id)} removeLabel={say('forgetTemplate', { n: i + 1 })} />)}
          </div>
          <Button onClick={keepOwn}>{say('keepTemplate')}</Button>
          <p className="hint">{say('templatesInBook')}</p>
        </section>
      )}
      <section className="pe-part">
        <Button disabled={page.laid.handId === undefined} onClick={() => { book.change((now) => resetPage(now, page.laid)); desk.announce(say('pageReset')); }}>{say('resetPage')}</Button>
        <p className="hint">{say(handOfPage(page.laid) && page.laid.handId === undefined ? 'pageIsAutomatic' : 'pageIsByHand')}</p>
      </section>
    </div>
  );
}

type Side = 'left' | 'right' | 'top' | 'bottom';
const SIDES: readonly { side: Side; word: 'sideTop' | 'sideRight' | 'sideBottom' | 'sideLeft' }[] = [{ side: 'top', word: 'sideTop' }, { side: 'right', word: 'sideRight' }, { side: 'bottom', word: 'sideBottom' }, { side: 'left', word: 'sideLeft' }];

function PanelLayout({ panelId, at, last }: { panelId: string; at: number; last: number }) {
  const desk = usePageDesk();
  const { say } = useWords('comics-pages');
  const { page, ground } = desk;
  const book = desk.desk.book;
  const hand = handOfPage(page.laid);
  const edges = edgesOf(hand.cut, ground.direction).get(panelId);
  const bleeds = hand.bleeds[panelId] ?? { left: false, right: false, top: false, bottom: false };
  const ids = leavesOf(page.laid.cut);
  const run = (ops: ReturnType<typeof splitOps> | undefined, words: string) => {
    if (!ops || ops.length === 0) return desk.announce(say('noRoom'));
    book.change(ops);
    desk.announce(words);
  };
  const swapWith = (other: string | undefined) => { if (other !== undefined) run(swapOps(book.book, page.laid, panelId, other), say('swapped')); };
  const now = book.book;
  return (
    <section className="pe-part">
      <h2>{say('panelN', { n: at + 1 })}</h2>
      <div className="pe-buttons">
        <Button onClick={() => run(splitOps(now, page.laid, panelId, 'rows', newId('panel')), say('splitDone'))}>{say('splitRows')}</Button>
        <Button onClick={() => run(splitOps(now, page.laid, panelId, 'columns', newId('panel')), say('splitDone'))}>{say('splitColumns')}</Button>
        <Button disabled={at >= last} onClick={() => run(mergeOps(now, page.laid, panelId), say('mergeDone'))}>{say('mergeNext')}</Button>
        <Button disabled={at <= 0} onClick={() => swapWith(ids[at - 1])}>{say('swapPrevious')}</Button>
        <Button disabled={at >= last} onClick={() => swapWith(ids[at + 1])}>{say('swapNext')}</Button>
      </div>
      {ground.format.bleed > 0 && edges && (
        <fieldset className="pe-sides">
          <legend>{say('bleed')}</legend>
          {SIDES.map(({ side, word }) => (
            <label key={side} className="pe-side" data-side={side}>
              <input type="checkbox" checked={bleeds[side] && edges[side]} disabled={!edges[side]} onChange={(event) => run(bleedOps(now, page.laid, panelId, { ...bleeds, [side]: event.target.checked }), say('bleedSet'))} />
              <span>{say(word)}</span>
            </label>
          ))}
          <p className="hint">{say('bleedHint')}</p>
        </fieldset>
      )}
      <div className="pe-buttons">
        <Button disabled={!page.previous} onClick={() => run(page.previous && moveToPageOps(now, page.previous, page.laid, panelId), say('movedToPage'))}>{say('toPreviousPage')}</Button>
        <Button disabled={!page.next} onClick={() => run(page.next && moveToPageOps(now, page.laid, page.next, panelId), say('movedToPage'))}>{say('toNextPage')}</Button>
      </div>
      <p className="hint">{say('toPageHint')}</p>
    </section>
  );
}
