import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { removeAvatar, setAvatar } from '../../../api/accounts-settings.ts';
import { noteMe, useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { PictureIcon } from '../../../ui/icons.ts';
import { Slider } from '../../../ui/Slider.tsx';
import { useAct } from '../door/use-act.ts';
import { centred, hold, shownAt, zoomed, ZOOM_MAX, type Crop } from './crop.ts';
import { Face } from './Face.tsx';

const SIDE_PX = 512;
const STEP = 0.04;

export function AvatarField() {
  const { say } = useWords('accounts-settings');
  const { user } = useSession();
  const client = useQueryClient();
  const act = useAct();
  const input = useRef<HTMLInputElement>(null);
  const [picture, setPicture] = useState<HTMLImageElement>();
  useEffect(() => () => { if (picture) URL.revokeObjectURL(picture.src); }, [picture]);
  if (!user) return null;

  const open = (file: File | undefined) => act.run(async () => {
    if (!file) return;
    const image = new Image();
    image.src = URL.createObjectURL(file);
    try {
      await image.decode();
    } catch {
      act.setFault({ code: 'picture', text: say('pictureUnreadable') });
      return;
    }
    setPicture(image);
  });

  return (
    <>
      <div className="face-row">
        <Face name={user.name} avatar={user.avatar} sizePx={88} />
        <div className="settings-row">
          <input ref={input} type="file" className="unseen" accept="image/png,image/jpeg,image/webp,image/avif,image/gif" aria-label={say('pictureChoose')} tabIndex={-1} onChange={(event) => { void open(event.target.files?.[0]); event.target.value = ''; }} />
          <Button icon={<PictureIcon />} isBusy={act.isBusy} onClick={() => input.current?.click()}>{say('pictureChoose')}</Button>
          {user.avatar !== null && <Button look="quiet" onClick={() => void act.run(async () => noteMe(client, await removeAvatar()))}>{say('pictureRemove')}</Button>}
        </div>
      </div>
      {act.fault && <p className="fault" role="alert">{act.fault.text}</p>}
      {picture && <CropDialog picture={picture} onClose={() => setPicture(undefined)} onDone={async (square) => { noteMe(client, await setAvatar(square)); setPicture(undefined); }} />}
    </>
  );
}

function CropDialog({ picture, onClose, onDone }: { picture: HTMLImageElement; onClose: () => void; onDone: (square: Blob) => Promise<void> }) {
  const { say } = useWords('accounts-settings');
  const act = useAct();
  const size = { width: picture.naturalWidth || SIDE_PX, height: picture.naturalHeight || SIDE_PX };
  const [crop, setCrop] = useState<Crop>(() => centred(size));
  const from = useRef<{ x: number; y: number; crop: Crop; sidePx: number }>(undefined);
  const shown = shownAt(size, crop);

  const take = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, y: event.clientY, crop, sidePx: event.currentTarget.clientWidth };
  };
  const drag = (event: PointerEvent) => {
    const start = from.current;
    if (start) setCrop(hold(size, { ...start.crop, x: start.crop.x + (event.clientX - start.x) / start.sidePx, y: start.crop.y + (event.clientY - start.y) / start.sidePx }));
  };
  const nudge = (event: KeyboardEvent) => {
    const step = ({ ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] } as Record<string, [number, number]>)[event.key];
    if (!step) return;
    event.preventDefault();
    setCrop(hold(size, { ...crop, x: crop.x + step[0], y: crop.y + step[1] }));
  };

  return (
    <Dialog title={say('cropTitle')} isOpen onClose={onClose} widthPx={420} foot={<><Button onClick={onClose}>{say('cancel')}</Button><Button look="primary" isBusy={act.isBusy} onClick={() => void act.run(async () => onDone(await cut(picture, shown)))}>{say('cropGo')}</Button></>}>
      <div className="crop" role="group" tabIndex={0} aria-label={say('cropHint')} onPointerDown={take} onPointerMove={drag} onPointerUp={() => { from.current = undefined; }} onPointerCancel={() => { from.current = undefined; }} onKeyDown={nudge}>
        <img src={picture.src} alt="" style={{ left: `${shown.left * 100}%`, top: `${shown.top * 100}%`, width: `${shown.width * 100}%`, height: `${shown.height * 100}%` }} />
      </div>
      <Slider label={say('cropZoom')} value={Math.round(crop.scale * 100)} min={100} max={ZOOM_MAX * 100} step={5} text={(percent) => `${percent} %`} onChange={(percent) => setCrop(zoomed(size, crop, percent / 100))} />
      <p className="hint">{say('cropHint')}</p>
      {act.fault && <p className="fault" role="alert">{act.fault.text}</p>}
    </Dialog>
  );
}

/** The square is cut here, so that a photo of any size can be chosen and only what is shown leaves the device. */
async function cut(picture: HTMLImageElement, { left, top, width, height }: { left: number; top: number; width: number; height: number }): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width: SIDE_PX, height: SIDE_PX });
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser has no canvas');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, left * SIDE_PX, top * SIDE_PX, width * SIDE_PX, height * SIDE_PX);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be written'))), 'image/png'));
}
