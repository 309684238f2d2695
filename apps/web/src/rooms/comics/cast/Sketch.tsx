import { useEffect, useMemo, useState } from 'react';
import { engine } from '../../../engine/client.ts';
import { sketchLine, type Sketch as Wish } from './sketches.ts';
import './sketch.css';

const line = sketchLine({
  draw: async (sketch, signal) => {
    if (sketch.what === 'person') return engine.drawPerson(sketch.view, { signal });
    if (sketch.what === 'place') return engine.drawPlaceAlone(sketch.view, { signal });
    return (await engine.panelPicture(sketch.bookId, sketch.panelId, { signal })).picture;
  },
  makeUrl: (picture) => URL.createObjectURL(picture),
  dropUrl: (url) => URL.revokeObjectURL(url),
  nextFrame: () => new Promise((resolve) => {
    // A page in the background has no frames.
    if (document.hidden) setTimeout(resolve);
    else requestAnimationFrame(() => resolve());
  }),
});

type Props = { sketch: Wish; /** `head` is square, `figure` twice as high as wide, `place` 7:5, `panel` as it comes. */ shape: 'head' | 'figure' | 'place' | 'panel'; alt?: string; isUrgent?: boolean };

/** A drawing by the built-in artist, made when it comes near the screen. While another is drawn the last one stays. */
export function Sketch({ sketch, shape, alt = '', isUrgent = false }: Props) {
  const key = JSON.stringify(sketch);
  const wish = useMemo(() => JSON.parse(key) as Wish, [key]);
  const [ground, setGround] = useState<HTMLElement | null>(null);
  const isNear = useNear(ground);
  const [url, setUrl] = useState(() => line.peek(sketch));
  useEffect(() => (isNear ? line.want(wish, setUrl, isUrgent) : undefined), [wish, isNear, isUrgent]);
  return (
    <span ref={setGround} className={`cast-sketch cast-sketch-${shape}`} data-drawn={url !== undefined}>
      {url !== undefined && <img src={url} alt={alt} draggable={false} />}
    </span>
  );
}

const NEAR_PX = 240;
const listeners = new WeakMap<Element, (isNear: boolean) => void>();
let eye: IntersectionObserver | undefined;

/** One observer for all: a hundred of them would be felt. */
function useNear(element: HTMLElement | null): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    if (!element) return undefined;
    eye ??= new IntersectionObserver((seen) => { for (const { target, isIntersecting } of seen) listeners.get(target)?.(isIntersecting); }, { rootMargin: `${NEAR_PX}px` });
    const { observe, unobserve } = { observe: eye.observe.bind(eye), unobserve: eye.unobserve.bind(eye) };
    listeners.set(element, setIsNear);
    observe(element);
    return () => {
      unobserve(element);
      listeners.delete(element);
    };
  }, [element]);
  return isNear;
}
