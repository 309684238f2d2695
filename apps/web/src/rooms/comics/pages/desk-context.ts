import { createContext, useContext } from 'react';
import type { LaidPanel, PageByHand } from '@komawari/comic/by-hand';
import type { DeskBubble, DeskPage } from '../../../engine/client.ts';
import type { Language } from './bubble-ops.ts';
import type { Desk } from './use-desk.ts';
import type { Ground } from './page-ops.ts';

export type Selection = { kind: 'panel'; id: string } | { kind: 'bubble'; lineId: string } | { kind: 'gutter'; key: string } | undefined;
export type ToolName = 'layout' | 'bubble' | 'picture' | 'words' | 'check';

export type Relettered = { box: LaidPanel['box']; svg: string; bubbles: DeskBubble[] };

/** What hands are doing now, shown at once; the book hears of it when they let go. */
export type Draft = {
  panels?: { hand: PageByHand; laid: LaidPanel[] };
  /** Bubbles of panels whose frames are held, each as set for the frame `box`. */
  relettered?: ReadonlyMap<string, Relettered>;
  lettering?: { panelId: string; svg: string; bubbles: DeskBubble[] };
  crop?: { panelId: string; crop: { x: number; y: number; zoom: number } };
};

export type PageDesk = {
  comicId: string;
  desk: Desk; page: DeskPage; number: number; ground: Ground;
  /** The page that is shown, or the one that was turned to and waits for the server. */
  at: number;
  /** The language that is read and lettered. */
  language: Language; setLanguage: (language: Language) => void;
  selection: Selection; select: (selection: Selection) => void;
  tool: ToolName; openTool: (tool: ToolName) => void;
  setDraft: DraftHand['set']; draftNow: DraftHand['now'];
  /** CSS pixels of a page unit. */
  scale: number;
  /** Said by screen readers. */
  announce: (words: string) => void;
  typing: string | undefined; type: (lineId: string | undefined) => void;
  goTo: (page: number) => void;
  /** Flashes a place on the page. */
  showBox: (box: { x: number; y: number; width: number; height: number }) => void;
  flash: { box: { x: number; y: number; width: number; height: number }; key: number } | undefined;
};

/** `now` is for hands that begin to do something; what is shown follows the draft itself. */
export type DraftHand = { set: (draft: Draft | ((before: Draft) => Draft)) => void; now: () => Draft };

export const DraftContext = createContext<Draft>({});
export const DraftHandContext = createContext<DraftHand>({ set: () => undefined, now: () => ({}) });

/** What hands are doing now. It changes with every frame of a drag, so only what lies on the paper follows it. */
export function useDraft(): Draft {
  return useContext(DraftContext);
}

export const PageDeskContext = createContext<PageDesk | undefined>(undefined);

export function usePageDesk(): PageDesk {
  const desk = useContext(PageDeskContext);
  if (!desk) throw new Error('no page lies on the desk');
  return desk;
}

/** The panels as they stand now, also in the middle of a drag. */
export function panelsNow({ page }: Pick<PageDesk, 'page'>, draft: Draft): readonly LaidPanel[] {
  return draft.panels?.laid ?? page.laid.panels;
}

/** All bubbles as they stand now. */
export function bubblesNow({ page }: Pick<PageDesk, 'page'>, draft: Draft): readonly DeskBubble[] {
  const { lettering, panels, relettered } = draft;
  if (!lettering && !(panels && relettered)) return page.bubbles;
  const anew = new Map([...(panels && relettered ? relettered : [])].map(([panelId, { bubbles }]) => [panelId, bubbles]));
  if (lettering) anew.set(lettering.panelId, lettering.bubbles);
  return page.bubbles.flatMap((bubble, i) => {
    const own = anew.get(bubble.panelId);
    if (!own) return [bubble];
    return page.bubbles.findIndex(({ panelId }) => panelId === bubble.panelId) === i ? own : [];
  });
}
