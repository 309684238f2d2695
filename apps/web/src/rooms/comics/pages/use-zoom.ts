/** How large the page is shown, and where: fitted, or by wheel, pinch and keys. The scroll area does the panning. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const LEAST = 0.12;
const MOST = 6;
const STEP = 1.25;

export type Zoom = { scroller: (element: HTMLDivElement | null) => void; area: HTMLDivElement | null; scale: number; isFitted: boolean; zoomBy: (factor: number) => void; fit: () => void; setScale: (scale: number) => void };

export function useZoom(page: { width: number; height: number } | undefined, isStrip: boolean): Zoom {
  const [area, scroller] = useState<HTMLDivElement | null>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const [wish, setWish] = useState<number>();
  const anchor = useRef<{ x: number; y: number; px: number; py: number }>(undefined);
  const width = page?.width ?? 1;
  const height = page?.height ?? 1;
  const fitted = Math.max(LEAST, Math.min(2, (room.width - 32) / width, isStrip ? Infinity : (room.height - 32) / height));
  const scale = wish ?? fitted;

  useEffect(() => {
    if (!area) return undefined;
    const observer = new ResizeObserver(() => setRoom({ width: area.clientWidth, height: area.clientHeight }));
    observer.observe(area);
    return () => observer.disconnect();
  }, [area]);

  const zoomTo = useCallback((next: number | ((now: number) => number), at?: { x: number; y: number }) => {
    setWish((before) => {
      const now = before ?? fitted;
      const to = Math.max(LEAST, Math.min(MOST, typeof next === 'function' ? next(now) : next));
      const paper = area?.querySelector('.pe-paper')?.getBoundingClientRect();
      const frame = area?.getBoundingClientRect();
      if (paper && frame) {
        const point = at ?? { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
        anchor.current = { x: (point.x - paper.x) / paper.width, y: (point.y - paper.y) / paper.height, px: point.x, py: point.y };
      }
      return to;
    });
  }, [area, fitted]);

  // The point under the hand stays there.
  useLayoutEffect(() => {
    const held = anchor.current;
    anchor.current = undefined;
    const paper = area?.querySelector('.pe-paper')?.getBoundingClientRect();
    if (!area || !held || !paper) return;
    area.scrollBy(paper.x + held.x * paper.width - held.px, paper.y + held.y * paper.height - held.py);
  }, [area, scale]);

  useEffect(() => {
    if (!area) return undefined;
    let pinch: { length: number } | undefined;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomTo((now) => now * Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0022)), { x: event.clientX, y: event.clientY });
    };
    const touch = (event: TouchEvent) => {
      const [a, b] = event.touches;
      if (!a || !b) return void (pinch = undefined);
      if (event.cancelable) event.preventDefault();
      const length = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
      const factor = pinch ? length / pinch.length : 1;
      pinch = { length };
      if (factor !== 1) zoomTo((now) => now * factor, { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 });
    };
    area.addEventListener('wheel', wheel, { passive: false });
    area.addEventListener('touchmove', touch, { passive: false });
    area.addEventListener('touchend', touch);
    return () => {
      area.removeEventListener('wheel', wheel);
      area.removeEventListener('touchmove', touch);
      area.removeEventListener('touchend', touch);
    };
  }, [area, zoomTo]);

  return { scroller, area, scale, isFitted: wish === undefined, zoomBy: (factor) => zoomTo((now) => now * (factor > 0 ? STEP : 1 / STEP)), fit: () => setWish(undefined), setScale: (to) => zoomTo(to) };
}
