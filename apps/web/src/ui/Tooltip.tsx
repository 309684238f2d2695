import { cloneElement, type ReactElement } from 'react';

/** Says more about one element, on hover and focus. Only for what is nice to know: touch never sees it. */
export function Tooltip({ text, children }: { text: string; children: ReactElement<{ 'data-tip'?: string; 'aria-description'?: string }> }) {
  return cloneElement(children, { 'data-tip': text, 'aria-description': text });
}
