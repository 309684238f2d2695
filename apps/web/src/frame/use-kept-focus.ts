import { useEffect } from 'react';

type Level = { node: Element; before: Element | null; after: Element | null };

const ROOMS = 'main, header, [role="dialog"], [role="alertdialog"], dialog';
const STOPS = 'a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable="true"]';

/**
 * Whoever works by keys keeps a place: when what has the focus is taken away or turned off, its neighbour gets it, instead of
 * nobody. Components that move the focus themselves go first.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let levels: Level[] = [];
    let isByKeys = false;
    let frame = 0;
    const onKey = () => { isByKeys = true; };
    const onPointer = () => { isByKeys = false; };
    const onFocus = (event: FocusEvent) => { levels = event.target instanceof Element ? levelsOf(event.target) : []; };
    const look = () => {
      const held = levels[0]?.node;
      if (!isByKeys || !held || !isNowhere(held) || isThere(held)) return;
      heirOf(levels)?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      if (!isByKeys || levels.length === 0) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => { frame = requestAnimationFrame(look); });
    });
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden', 'inert'] });
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('pointerdown', onPointer, true);
    window.addEventListener('focusin', onFocus);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('pointerdown', onPointer, true);
      window.removeEventListener('focusin', onFocus);
    };
  }, []);
}

/** An element that is turned off may be called the active one a while longer. */
function isNowhere(held: Element): boolean {
  return document.activeElement === null || document.activeElement === document.body || document.activeElement === held;
}

/** The element, what it lies in, and what stood on both sides: all that is left to go by when it is gone. */
function levelsOf(held: Element): Level[] {
  const levels: Level[] = [];
  for (let node: Element | null = held; node && node !== document.body; node = node.parentElement) levels.push({ node, before: node.previousElementSibling, after: node.nextElementSibling });
  return levels;
}

/** What took its place or comes next by Tab, else the one before; what lies nearest in the page first. Toasts and menus leave no neighbours: the page itself. */
function heirOf(levels: readonly Level[]): HTMLElement | undefined {
  const room = levels.findIndex(({ node }) => node.matches(ROOMS));
  for (const [i, { node, before }] of levels.slice(0, Math.max(0, room)).entries()) {
    const home = levels[i + 1]?.node;
    if (!home?.isConnected) continue;
    for (let one = node.isConnected ? node.nextElementSibling : followerOf(levels[i]!, home); one; one = one.nextElementSibling) {
      const stop = stopsIn(one).find(canHold);
      if (stop) return stop;
    }
    for (let one = node.isConnected ? node.previousElementSibling : before; one?.isConnected; one = one.previousElementSibling) {
      const stop = stopsIn(one).findLast(canHold);
      if (stop) return stop;
    }
  }
  const last = levels[room]?.node;
  return (last?.isConnected && last.matches('[tabindex]') ? (last as HTMLElement) : document.querySelector('main')) ?? undefined;
}

/** What stands in the place of an element that is gone: what it was replaced by, or what followed it. */
function followerOf({ before, after }: Level, home: Element): Element | null {
  if (before?.parentElement === home) return before.nextElementSibling;
  return after?.parentElement === home ? after : home.firstElementChild;
}

function stopsIn(element: Element): HTMLElement[] {
  return [...(element.matches(STOPS) ? [element as HTMLElement] : []), ...element.querySelectorAll<HTMLElement>(STOPS)];
}

function canHold(element: Element): boolean {
  return isThere(element) && !element.matches('[tabindex="-1"]');
}

function isThere(element: Element): boolean {
  return element.isConnected && !element.matches(':disabled, [inert] *') && element.checkVisibility({ visibilityProperty: true });
}
