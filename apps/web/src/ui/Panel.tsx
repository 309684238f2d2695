import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, HTMLAttributes, Ref } from 'react';

/** A comic panel: ink frame on paper. The ground for groups of things. */
export function Panel({ children, ...rest }: Omit<HTMLAttributes<HTMLElement>, 'className'>) {
  return <section {...rest} className="panel panel-ground">{children}</section>;
}

function Anchor({ children, ...rest }: Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'className'> & { ref?: Ref<HTMLAnchorElement> }) {
  return <span className="panel-lift"><a {...rest} className="panel panel-link">{children}</a></span>;
}

/** A panel that leads somewhere as a whole; a screentone shadow lifts it under the pointer. */
export const PanelLink = createLink(Anchor);
