import type { ReactNode } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CloseIcon } from '../../../ui/icons.ts';

/** A quiet line over the page, with what can be done about it. */
export function Notice({ text, children, onClose }: { text: string; children?: ReactNode; onClose?: () => void }) {
  const { say } = useWords();
  return <div className="r-notice" role="status"><span>{text}</span>{children}{onClose && <IconButton label={say('close')} icon={<CloseIcon />} onClick={onClose} />}</div>;
}
