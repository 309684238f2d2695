import { chordOf } from './chord.ts';
import { shortcutFor, type Situation } from './shortcuts.ts';

const TEXT_INPUTS = /^(text|search|url|tel|email|password|number|date|month|week|time|datetime-local)$/;

/** One listener for all shortcuts. What an editor or a menu has taken already is left to it. Returns the function that ends it. */
export function listenToKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat || event.keyCode === 229) return;
    const chord = chordOf(event, isApple());
    const shortcut = chord === undefined ? undefined : shortcutFor(chord, situationOf(event.target));
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run();
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}

export function isApple(): boolean {
  return /Mac|iP(hone|ad|od)/.test(navigator.platform);
}

function situationOf(target: EventTarget | null): Situation {
  const element = target instanceof HTMLElement ? target : undefined;
  const isTyping = element !== undefined && (element.isContentEditable || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement || (element instanceof HTMLInputElement && TEXT_INPUTS.test(element.type)) || element.closest('[role="menu"], [role="listbox"]') !== null);
  return { isTyping, isInDialog: document.querySelector('dialog[open], [role="dialog"][data-open], [role="alertdialog"][data-open]') !== null };
}
