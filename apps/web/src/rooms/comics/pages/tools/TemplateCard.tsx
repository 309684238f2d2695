import { IconButton } from '../../../../ui/IconButton.tsx';
import { TrashIcon } from '../../../../ui/icons.ts';

type Props = { label: string; preview: { path: string; width: number; height: number }; isChosen: boolean; onChoose: () => void; onRemove?: () => void; removeLabel?: string };

/** A page's cut, small. */
export function TemplateCard({ label, preview, isChosen, onChoose, onRemove, removeLabel = '' }: Props) {
  return (
    <span className="pe-template-place">
      <button type="button" className="pe-template" aria-label={label} data-tip={label} aria-pressed={isChosen} onClick={onChoose}>
        <svg viewBox={`0 0 ${preview.width} ${preview.height}`} aria-hidden="true"><rect width={preview.width} height={preview.height} /><path d={preview.path} /></svg>
      </button>
      {onRemove && <IconButton label={removeLabel} icon={<TrashIcon />} onClick={onRemove} />}
    </span>
  );
}
