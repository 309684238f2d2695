import { useEffect } from 'react';

/** Space or the middle button turns the pointer into a hand that moves the page. */
export function useHandPan(area: HTMLDivElement | null): void {
  useEffect(() => {
    if (!area) return undefined;
    let isSpace = false;
    const setSpace = (is: boolean) => {
      isSpace = is;
      area.dataset['hand'] = String(is);
    };
    const down = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, button, [contenteditable], [role=separator]') !== null;
      if (event.key !== ' ' || isTyping) return;
      event.preventDefault();
      setSpace(true);
    };
    const up = (event: KeyboardEvent) => { if (event.key === ' ') setSpace(false); };
    const grab = (event: PointerEvent) => {
      if (!(isSpace && event.button === 0) && event.button !== 1) return;
      event.preventDefault();
      event.stopPropagation();
      area.setPointerCapture(event.pointerId);
      let [x, y] = [event.clientX, event.clientY];
      const move = (next: PointerEvent) => {
        area.scrollBy(x - next.clientX, y - next.clientY);
        [x, y] = [next.clientX, next.clientY];
      };
      const end = () => {
        area.removeEventListener('pointermove', move);
        area.removeEventListener('pointerup', end);
        area.removeEventListener('pointercancel', end);
      };
      area.addEventListener('pointermove', move);
      area.addEventListener('pointerup', end);
      area.addEventListener('pointercancel', end);
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    area.addEventListener('pointerdown', grab, true);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      area.removeEventListener('pointerdown', grab, true);
    };
  }, [area]);
}
