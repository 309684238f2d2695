import type { Picture, PictureWithRecipe } from '@komawari/contract';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { getPicture } from '../../../api/studio.ts';
import { useCall } from '../../../api/use-call.ts';
import { useShortcut } from '../../../frame/shortcuts/use-shortcut.ts';
import { useWords } from '../../../language/use-words.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { BackIcon, CloseIcon, ForwardIcon } from '../../../ui/icons.ts';
import { PortalHome } from '../../../ui/portal-home.ts';
import { briefPrompt } from '../history/brief-prompt.ts';
import { hasClearGround } from '../cut-out/cut-out.ts';
import { useStudio } from '../studio-context.ts';
import './lightbox.css';
import { PictureSheet } from './PictureSheet.tsx';
import { Stage } from './Stage.tsx';

/** One picture, large, with all that it was made of. It has an address; the wall stays where it is below. */
export function Lightbox() {
  const { pictureId } = useParams({ from: '/studio/pictures/$pictureId' });
  const { say } = useWords('studio');
  const { pictures, acts } = useStudio();
  const navigate = useNavigate({ from: '/studio' });
  const dialog = useRef<HTMLDialogElement>(null);
  const [home, setHome] = useState<HTMLElement | null>(null);
  const { data, error, refetch } = useCall(['studio', 'picture', pictureId], (signal) => getPicture(pictureId, signal));
  const at = pictures.findIndex(({ id }) => id === pictureId);
  // The wall is told first of what happens to it.
  const listed = pictures[at];
  const picture: PictureWithRecipe | undefined = data && listed ? { ...data, ...listed } : data;
  const shown: Picture | undefined = picture ?? listed;
  const [before, after] = [at > 0 ? pictures[at - 1] : undefined, at >= 0 ? pictures[at + 1] : undefined];

  const close = useCallback(() => void navigate({ to: '/studio', search: (search) => search, resetScroll: false }), [navigate]);
  const go = (to: Picture | undefined) => { if (to) void navigate({ to: '/studio/pictures/$pictureId', params: { pictureId: to.id }, search: (search) => search, replace: true, resetScroll: false }); };
  useEffect(() => {
    const node = dialog.current;
    if (node && !node.open) node.showModal();
    // The picture is looked at first; keys go on from here.
    node?.focus();
    return () => node?.close();
  }, []);
  useShortcut('studio.star', 'L', () => { if (shown?.url) void acts.favourite([shown], !shown.isFavourite); }, { word: say('favourite'), inDialog: true });

  const byKeys = (event: KeyboardEvent) => {
    if (event.target instanceof Element && event.target.closest('input, textarea, select, [role=radio]')) return;
    if (event.key === 'ArrowLeft') go(before);
    else if (event.key === 'ArrowRight') go(after);
    else return;
    event.preventDefault();
  };

  return (
    <dialog ref={dialog} tabIndex={-1} className="lightbox" aria-label={shown ? briefPrompt(shown.prompt) || say('noWords') : say('picture')} onKeyDown={byKeys} onCancel={(event) => { if (event.target === event.currentTarget) { event.preventDefault(); close(); } }} onClose={(event) => { if (event.target === event.currentTarget && !event.currentTarget.open) close(); }}>
      <div className="lightbox-stage">
        {shown ? <Stage key={shown.id} picture={shown} isClear={picture !== undefined && hasClearGround(picture.recipe)} onSwipe={(dx) => go(dx < 0 ? after : before)} /> : error === null && <p className="lightbox-wait" role="status">{say('loading')}</p>}
        <div className="lightbox-turn lightbox-before"><IconButton label={say('before')} icon={<BackIcon />} disabled={!before} onClick={() => go(before)} /></div>
        <div className="lightbox-turn lightbox-after"><IconButton label={say('after')} icon={<ForwardIcon />} disabled={!after} onClick={() => go(after)} /></div>
        <div className="lightbox-close"><IconButton label={say('close')} icon={<CloseIcon />} onClick={close} /></div>
      </div>
      <div className="lightbox-side" tabIndex={-1}>
        <PortalHome value={home}>{error ? <ErrorState error={error} onRetry={() => void refetch()} /> : picture && <PictureSheet key={picture.id} picture={picture} onClose={close} onGone={() => (after ?? before ? go(after ?? before) : close())} />}</PortalHome>
      </div>
      <div ref={setHome} className="lightbox-over" />
    </dialog>
  );
}
