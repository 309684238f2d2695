import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import { use, useState } from 'react';
import { useWords } from '../language/use-words.ts';
import { Button } from './Button.tsx';
import './dialog.css';
import { PortalHome } from './portal-home.ts';

type Props = { title: string; text: string; action: string; isOpen: boolean; onClose: () => void; onConfirm: () => void | Promise<void> };

/**
 * Only for what cannot be undone: the title names the thing ("Delete “The last bus” for good?"), the action says what
 * happens. It closes when `onConfirm` is through; a failure stays in it.
 */
export function ConfirmDialog({ title, text, action, isOpen, onClose, onConfirm }: Props) {
  const { say, sayError } = useWords();
  const home = use(PortalHome);
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const confirm = async () => {
    setIsBusy(true);
    setFault(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setFault(sayError(error));
    }
    setIsBusy(false);
  };
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => { if (!open) onClose(); }}>
      {/* Over one of the browser's own dialogs only what is inside of it is seen. */}
      <Base.Portal container={home?.closest('dialog') ? home : undefined}>
        <Base.Backdrop className="backdrop" />
        <Base.Popup className="dialog">
          <div className="dialog-body">
            <Base.Title className="dialog-title">{title}</Base.Title>
            <Base.Description>{text}</Base.Description>
            {fault !== undefined && <p className="fault" role="alert">{fault}</p>}
          </div>
          <div className="dialog-foot">
            <Base.Close className="button">{say('cancel')}</Base.Close>
            <Button look="danger" isBusy={isBusy} onClick={() => void confirm()}>{action}</Button>
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
