import { Popover as Base } from '@base-ui/react/popover';
import { use, type ReactElement, type ReactNode } from 'react';
import { PortalHome } from './portal-home.ts';
import './popup.css';

type Props = { trigger: ReactElement; title?: string; children: ReactNode; side?: 'bottom' | 'right' | 'top' | 'left'; isOpen?: boolean; onOpenChange?: (isOpen: boolean) => void };

/** A few words or fields beside what they belong to; opened by pressing `trigger`. */
export function Popover({ trigger, title, children, side = 'bottom', isOpen, onOpenChange }: Props) {
  const home = use(PortalHome);
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => onOpenChange?.(open)}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={home ?? undefined}>
        <Base.Positioner className="popup-place" sideOffset={6} collisionPadding={8} side={side}>
          <Base.Popup className="popup popover">
            {title !== undefined && <Base.Title className="popover-title">{title}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
