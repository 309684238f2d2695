import { useEffect, type RefObject } from 'react';

type Scrolled = { scrollLeft: number; scrollWidth: number; clientWidth: number };

/** Scrolled to a part of a pixel is scrolled to the end. */
const SLACK_PX = 2;

/** Which edges hide more of a row that scrolls sideways; `scrollLeft` counts down from 0 where the language is written leftwards. */
export function hiddenEdges({ scrollLeft, scrollWidth, clientWidth }: Scrolled, isLeftwards = false): { left: boolean; right: boolean } {
  const most = scrollWidth - clientWidth;
  const at = isLeftwards ? most + scrollLeft : scrollLeft;
  return { left: at > SLACK_PX, right: most - at > SLACK_PX };
}

/** Marks the row with `data-more` (`left`, `right`, both or neither) as it is scrolled, widened and filled. Draws nothing anew. */
export function useEdges(row: RefObject<HTMLElement | null>, items: number): void {
  useEffect(() => {
    const element = row.current;
    if (!element) return undefined;
    const look = () => {
      const { left, right } = hiddenEdges(element, getComputedStyle(element).direction === 'rtl');
      element.dataset['more'] = [left ? 'left' : '', right ? 'right' : ''].join(' ').trim();
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [row, items]);
}
