import { useEffect, useRef } from 'react';
import './tooltip.css';

const WAIT_MS = 500;
const GAP_PX = 8;

/**
 * One tooltip for the whole app: whatever has `data-tip` shows it after half a second under the pointer, or at once with
 * the keyboard's focus; Escape hides it. It repeats a name that screen readers know already, so it is hidden from them.
 */
export function TooltipLayer() {
  const tip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let host: Element | null = null;
    const hide = () => {
      clearTimeout(timer);
      host = null;
      if (tip.current?.matches(':popover-open')) tip.current.hidePopover();
    };
    const show = (target: Element) => {
      if (!tip.current || !target.isConnected) return;
      tip.current.replaceChildren(target.getAttribute('data-tip') ?? '');
      const keys = target.getAttribute('data-tip-keys');
      if (keys) tip.current.append(Object.assign(document.createElement('kbd'), { className: 'kbd', textContent: keys }));
      tip.current.showPopover();
      place(tip.current, target.getBoundingClientRect());
    };
    const meet = (event: Event) => {
      const target = event.target instanceof Element ? event.target.closest('[data-tip]') : null;
      if (target === host) return;
      hide();
      if (!target || (event.type === 'focusin' && !target.matches(':focus-visible')) || (event instanceof PointerEvent && event.pointerType === 'touch')) return;
      host = target;
      timer = setTimeout(() => show(target), event.type === 'focusin' ? 0 : WAIT_MS);
    };
    const onKey = (event: KeyboardEvent) => { if (event.key === 'Escape') hide(); };
    const events = [['pointerover', meet], ['focusin', meet], ['focusout', hide], ['pointerdown', hide], ['scroll', hide]] as const;
    for (const [name, listen] of events) document.addEventListener(name, listen, { capture: true, passive: true });
    document.addEventListener('keydown', onKey);
    return () => {
      hide();
      for (const [name, listen] of events) document.removeEventListener(name, listen, { capture: true });
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return <div ref={tip} className="tip" popover="manual" aria-hidden="true" />;
}

/** Below its host, above when there is no room, always inside the window. */
function place(tip: HTMLElement, host: DOMRect): void {
  const { width, height } = tip.getBoundingClientRect();
  const below = host.bottom + GAP_PX + height <= window.innerHeight;
  tip.style.top = `${below ? host.bottom + GAP_PX : Math.max(GAP_PX, host.top - GAP_PX - height)}px`;
  tip.style.left = `${Math.max(GAP_PX, Math.min(host.left + host.width / 2 - width / 2, document.documentElement.clientWidth - width - GAP_PX))}px`;
}
