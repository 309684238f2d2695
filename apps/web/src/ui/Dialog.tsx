import { Dialog as Base } from '@base-ui/react/dialog';
import { useState, type CSSProperties, type ReactNode } from 'react';
import { useWords } from '../language/use-words.ts';
import './dialog.css';
import { CloseIcon } from './icons.ts';
import { PortalHome } from './portal-home.ts';

type Props = { title: string; isOpen: boolean; onClose: () => void; children: ReactNode; foot?: ReactNode; widthPx?: number };

/** A question or a small form over the page. Escape, the cross and the ground behind it close it; the focus comes back. */
export function Dialog({ widthPx = 520, ...props }: Props) {
  return <Modal {...props} className="dialog" style={{ '--dialog-width': `${widthPx}px` } as CSSProperties} />;
}

/** Details beside the page: on the right on a desk, the whole screen on a phone. */
export function Sheet({ widthPx = 440, ...props }: Props) {
  return <Modal {...props} className="side-sheet" style={{ '--sheet-width': `${widthPx}px` } as CSSProperties} />;
}

function Modal({ title, isOpen, onClose, children, foot, className, style }: Omit<Props, 'widthPx'> & { className: string; style: CSSProperties }) {
  const { say } = useWords();
  const [home, setHome] = useState<HTMLElement | null>(null);
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => { if (!open) onClose(); }}>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup ref={setHome} className={className} style={style}>
          <div className="dialog-head">
            <Base.Title className="dialog-title">{title}</Base.Title>
            <Base.Close className="icon-button" aria-label={say('close')}><CloseIcon /></Base.Close>
          </div>
          <PortalHome value={home}>
            <div className="dialog-body">{children}</div>
            {foot !== undefined && <div className="dialog-foot">{foot}</div>}
          </PortalHome>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
