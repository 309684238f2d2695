import { createContext, use } from 'react';

/** Where menus and lists are put: into the dialog they belong to, so that it does not hide them; else into the page. */
export const PortalHome = createContext<HTMLElement | null>(null);

export function usePortalHome(): HTMLElement | null {
  const home = use(PortalHome);
  return home ?? (typeof document === 'undefined' ? null : document.querySelector('main'));
}
