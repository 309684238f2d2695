import { useEffect, useRef, useState, type RefObject } from 'react';

const STAY_MS = 2800;

/** The bars of the reader: there at first, on a move of the mouse, a tap or the keyboard's focus; gone while one reads. */
export function useChrome(root: RefObject<HTMLElement | null>, isHeld: boolean) {
  const [isShown, setShown] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latestHeld = useRef(isHeld);
  useEffect(() => { latestHeld.current = isHeld; });

  const arm = useRef(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const isUsed = latestHeld.current || root.current?.querySelector('.r-bar:hover, .r-bar :focus-visible') !== null;
      if (isUsed) arm.current();
      else setShown(false);
    }, STAY_MS);
  });

  useEffect(() => {
    arm.current();
    return () => clearTimeout(timer.current);
  }, []);

  const show = () => {
    setShown(true);
    arm.current();
  };
  const toggle = () => {
    if (isShown) {
      clearTimeout(timer.current);
      setShown(false);
    } else show();
  };
  return { isShown: isShown || isHeld, show, toggle, hide: () => setShown(false) };
}
