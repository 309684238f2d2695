import { useEffect, useState, useSyncExternalStore } from 'react';
import { useWords } from '../language/use-words.ts';
import { IconButton } from './IconButton.tsx';
import { AlertIcon, CloseIcon } from './icons.ts';
import { closeToast, currentToasts, onToasts, type Toast } from './toast.ts';
import './toast.css';

/** Where toasts stand: above the bar on a phone, below on the left on a desk. Time stops while one is hovered or focused. */
export function ToastLayer() {
  const toasts = useSyncExternalStore(onToasts, currentToasts);
  const [isHeld, setIsHeld] = useState(false);
  return (
    <div className="toasts" role="status" onPointerEnter={() => setIsHeld(true)} onPointerLeave={() => setIsHeld(false)} onFocus={() => setIsHeld(true)} onBlur={() => setIsHeld(false)}>
      {toasts.map((toast) => <ToastCard key={toast.id} toast={toast} isHeld={isHeld} />)}
    </div>
  );
}

function ToastCard({ toast, isHeld }: { toast: Toast; isHeld: boolean }) {
  const { say } = useWords();
  const { id, text, action, isFault, stayMs } = toast;
  useEffect(() => {
    if (isHeld || stayMs === Infinity) return undefined;
    const timer = setTimeout(() => closeToast(id), stayMs);
    return () => clearTimeout(timer);
  }, [id, isHeld, stayMs]);
  return (
    <div className="toast">
      {isFault === true && <AlertIcon aria-hidden="true" />}
      <span className="toast-text">{text}</span>
      {action && <button type="button" className="quiet" onClick={() => { closeToast(id); action.onChoose(); }}>{action.word}</button>}
      <IconButton label={say('close')} icon={<CloseIcon />} onClick={() => closeToast(id)} />
    </div>
  );
}
