import { useLayoutEffect, useState, type RefObject } from 'react';

const GAP = 24;
const CARD_MIN = 186;
const PHONE_CARD_MIN = 138;

/** How many covers stand side by side in an element, and how high a row of them is about, px. */
export function useColumns(ref: RefObject<HTMLElement | null>): { columns: number; rowHeight: number; top: number } {
  const [size, setSize] = useState({ width: 0, top: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => setSize((before) => {
      const now = { width: element.clientWidth, top: Math.round(element.getBoundingClientRect().top + window.scrollY) };
      return now.width === before.width && now.top === before.top ? before : now;
    });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [ref]);
  const { columns, cardWidth } = columnsFor(size.width);
  return { columns, rowHeight: Math.round((cardWidth * 1518) / 1075 + 102), top: size.top };
}

/** Pure part. */
export function columnsFor(width: number): { columns: number; cardWidth: number } {
  const min = width < 560 ? PHONE_CARD_MIN : CARD_MIN;
  const columns = Math.max(2, Math.floor((width + GAP) / (min + GAP)));
  return { columns, cardWidth: Math.max(0, (width - GAP * (columns - 1)) / columns) };
}
