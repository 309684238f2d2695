import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode, Ref } from 'react';

type Look = 'primary' | 'plain' | 'quiet' | 'danger';
type Dress = { look?: Look; icon?: ReactNode; isWide?: boolean };
type ButtonProps = Dress & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & { isBusy?: boolean; ref?: Ref<HTMLButtonElement> };

/**
 * A button. `primary` is vermilion and stands once in a view; `quiet` has no frame; `danger` is for what cannot be undone. While
 * `isBusy` it keeps the focus and its width, moves a screentone, and takes no press.
 */
export function Button({ look = 'plain', icon, isWide, isBusy = false, children, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={dress(look, isWide)} aria-busy={isBusy || undefined} aria-disabled={isBusy || undefined} onClick={isBusy ? (event) => event.preventDefault() : onClick}>
      {icon}{children}
    </button>
  );
}

type AnchorProps = Dress & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'className'> & { ref?: Ref<HTMLAnchorElement> };

function Anchor({ look = 'plain', icon, isWide, children, ...rest }: AnchorProps) {
  return <a {...rest} className={dress(look, isWide)}>{icon}{children}</a>;
}

/** A link of the app that looks like a button: `<ButtonLink to="/comics/$comicId" params={{ comicId }} look="primary">`. */
export const ButtonLink = createLink(Anchor);

function dress(look: Look, isWide = false): string {
  return `button${look === 'plain' ? '' : ` ${look}`}${isWide ? ' big' : ''}`;
}
