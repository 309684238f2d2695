import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children' | 'aria-label' | 'title'> & { label: string; icon: ReactNode; shortcut?: string; ref?: Ref<HTMLButtonElement> };

/** A button of one icon. Its label is its name for screen readers and its tooltip; a shortcut is shown behind it. */
export function IconButton({ label, icon, shortcut, type = 'button', ...rest }: Props) {
  return <button {...rest} type={type} className="icon-button" aria-label={label} data-tip={label} data-tip-keys={shortcut}>{icon}</button>;
}
