import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
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

type Props = { sketch: Wish; /** `head` is square, `figure` twice as high as wide, `pose` 3:4, `place` 7:5, `panel` as it comes. */ shape: 'head' | 'figure' | 'pose' | 'place' | 'panel'; alt?: string; isUrgent?: boolean };

/** A drawing by the built-in artist, made when it comes near the screen. While another is drawn the last one stays. */
export function Sketch({ sketch, shape, alt = '', isUrgent = false }: Props) {
  const key = JSON.stringify(sketch);
  const wish = useMemo(() => JSON.parse(key) as Wish, [key]);
  const ground = useRef<HTMLElement>(null);
  const [url, setUrl] = useState(() => line.peek(sketch));
  // What is drawn already is shown at once: a row that scrolls in costs no more than its picture.
  const [isThere] = useState(url !== undefined);
  const isNear = useNear(ground, isThere);
  useEffect(() => (isNear ? line.want(wish, setUrl, isUrgent) : undefined), [wish, isNear, isUrgent]);
  return (
    <span ref={ground} className={`cast-sketch cast-sketch-${shape}`} data-drawn={url !== undefined}>
      {url !== undefined && <img src={url} alt={alt} draggable={false} />}
    </span>
  );
}

const NEAR_PX = 240;
const listeners = new WeakMap<Element, (isNear: boolean) => void>();
let eye: IntersectionObserver | undefined;

/** One observer for all: a hundred of them would be felt. With `isSure` nothing is observed. */
function useNear(place: RefObject<HTMLElement | null>, isSure: boolean): boolean {
  const [isNear, setIsNear] = useState(isSure);
  useEffect(() => {
    const element = place.current;
    if (!element || isSure) return undefined;
    eye ??= new IntersectionObserver((seen) => { for (const { target, isIntersecting } of seen) listeners.get(target)?.(isIntersecting); }, { rootMargin: `${NEAR_PX}px` });
    const { observe, unobserve } = { observe: eye.observe.bind(eye), unobserve: eye.unobserve.bind(eye) };
    listeners.set(element, setIsNear);
    observe(element);
    return () => {
      unobserve(element);
      listeners.delete(element);
    };
  }, [place, isSure]);
  return isNear;
}
