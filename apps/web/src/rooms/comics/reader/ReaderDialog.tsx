import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import './reader.css';

type Props = { label: string; onClose: (() => void) | undefined; children: (root: RefObject<HTMLDialogElement | null>) => ReactNode };

/** The dark room around a book, over everything else. Without `onClose` nothing closes it: the bare reader in a foreign page. */
export function ReaderDialog({ label, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const node = dialog.current;
    if (node && !node.open) node.showModal();
    node?.querySelector<HTMLElement>('[data-focus]')?.focus();
    return () => node?.close();
  }, []);
  // A browser closes a dialog by the second Escape whatever it was told at the first.
  const closed = () => {
    if (onClose) onClose();
    else dialog.current?.showModal();
  };
  const stay = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !onClose) event.preventDefault();
  };
  return (
    <dialog ref={dialog} className="reader" aria-label={label} onKeyDown={stay} onCancel={(event) => {
      // React hands on what a dialog within has met; that one closes for itself.
      if (event.target !== event.currentTarget) return;
      event.preventDefault();
      onClose?.();
    }} onClose={(event) => { if (event.target === event.currentTarget) closed(); }}>
      {children(dialog)}
    </dialog>
  );
}
