import { useLayoutEffect, useState, type RefObject } from 'react';

/** Heights are told in steps: scrolling within one draws nothing anew. */
const STEP_PX = 300;

export type Span = { width: number; from: number; to: number };

/** How wide an element is, and which of its heights are in the window, with as much again above and below; px. */
export function useSpan(ref: RefObject<HTMLElement | null>): Span {
  const [span, setSpan] = useState<Span>({ width: 0, from: 0, to: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => {
      const box = element.getBoundingClientRect();
      const beyond = window.innerHeight;
      const now = { width: element.clientWidth, from: Math.floor((-box.top - beyond) / STEP_PX) * STEP_PX, to: Math.ceil((window.innerHeight - box.top + beyond) / STEP_PX) * STEP_PX };
      setSpan((before) => (before.width === now.width && before.from === now.from && before.to === now.to ? before : now));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(document.body);
    window.addEventListener('scroll', measure, { passive: true });
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
    };
  }, [ref]);
  return span;
}
