import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Popover as BasePopover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/use-words.ts';
import { Sheet } from '../../../ui/Dialog.tsx';
import '../../../ui/popup.css';
import { usePortalHome } from '../../../ui/portal-home.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import { useMenuItems } from './menu-items.ts';
import { EffectsChoice, ImportanceChoice, KindChoice, PersonChoice, PersonToAdd, PlaceChoice, SettingChoice, ShotChoice } from './picker-choices.tsx';
import { useScript, type Pick } from './script-context.ts';
import { SpeakerChoice } from './SpeakerChoice.tsx';
import { ThingsChoice } from './ThingsChoice.tsx';

export type Picked = { pick: Pick; anchor: HTMLElement };

/** One popover and one menu for the whole script: a row costs no more than its buttons. */
export function PickerLayer({ picked, onClose }: { picked: Picked | undefined; onClose: () => void }) {
  const isNarrow = useIsNarrow();
  const { say } = useWords('comics-script');
  const script = useScript();
  if (!picked) return null;
  const { pick, anchor } = picked;
  if (isMenu(pick)) return <MenuLayer pick={pick} anchor={anchor} onClose={onClose} />;
  const title = [nameOf(pick, script.book()), say(`pick-${pick.what}`)].filter(Boolean).join(' · ');
  const body = <PickBody pick={pick} onDone={onClose} />;
  if (isNarrow) return <Sheet title={title} isOpen onClose={onClose}>{body}</Sheet>;
  return (
    <BasePopover.Root open onOpenChange={(isOpen) => { if (!isOpen) onClose(); }}>
      <BasePopover.Portal>
        <BasePopover.Positioner className="popup-place" anchor={anchor} sideOffset={6} collisionPadding={8} align="start">
          <BasePopover.Popup className="popup popover script-picker" data-what={pick.what} finalFocus={() => anchor}>
            <BasePopover.Title className="popover-title">{title}</BasePopover.Title>
            {body}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}

/** Who it is about. */
function nameOf(pick: Pick, book: ReturnType<ReturnType<typeof useScript>['book']>): string | undefined {
  return pick.what === 'person' ? book.bible.cast.find((one) => one.id === pick.characterId)?.name : undefined;
}

type MenuPick = Extract<Pick, { what: `${string}-menu` }>;

function isMenu(pick: Pick): pick is MenuPick {
  return pick.what.endsWith('-menu');
}

function MenuLayer({ pick, anchor, onClose }: { pick: MenuPick; anchor: HTMLElement; onClose: () => void }) {
  const items = useMenuItems(pick);
  const home = usePortalHome();
  return (
    <BaseMenu.Root open onOpenChange={(isOpen) => { if (!isOpen) onClose(); }}>
      <BaseMenu.Portal container={home}>
        {/* Sticky: whole on a phone, over its button if it must be. */}
        <BaseMenu.Positioner className="popup-place" anchor={anchor} sideOffset={6} collisionPadding={8} sticky align="end">
          <BaseMenu.Popup className="popup menu" finalFocus={() => (anchor.isConnected && document.activeElement === document.body ? anchor : false)}>
            {/* What is chosen may send the focus somewhere: the page takes none before the menu is gone. */}
            {items.map((item, index) => (item === 'line'
              ? <BaseMenu.Separator key={index} className="menu-line" />
              : <BaseMenu.Item key={index} className="menu-item" data-danger={item.isDanger || undefined} disabled={item.isOff ?? false} onClick={() => void setTimeout(item.onChoose)}><span>{item.word}</span>{item.keys !== undefined && <MenuKeys keys={item.keys} />}</BaseMenu.Item>))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

function MenuKeys({ keys }: { keys: string }): ReactNode {
  return <span className="menu-keys script-keys">{keys}</span>;
}

function PickBody({ pick, onDone }: { pick: Pick; onDone: () => void }) {
  const script = useScript();
  // What was open may be gone: another page can remove it at any moment.
  if (!isThere(script.book(), pick)) return null;
  switch (pick.what) {
    case 'importance': return <ImportanceChoice pick={pick} />;
    case 'shot': return <ShotChoice pick={pick} />;
    case 'effects': return <EffectsChoice pick={pick} />;
    case 'props': return <ThingsChoice pick={pick} />;
    case 'add-person': return <PersonToAdd pick={pick} onDone={onDone} />;
    case 'person': return <PersonChoice pick={pick} onDone={onDone} />;
    case 'place': return <PlaceChoice pick={pick} />;
    case 'time': case 'weather': case 'mood': return <SettingChoice pick={pick} />;
    case 'kind': return <KindChoice pick={pick} onDone={onDone} />;
    case 'speaker': return <SpeakerChoice lineId={pick.lineId} onDone={onDone} />;
    default: return null;
  }
}

function isThere(book: ReturnType<ReturnType<typeof useScript>['book']>, pick: Pick): boolean {
  const panels = book.chapters.flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels));
  if ('panelId' in pick) return panels.some((panel) => panel.id === pick.panelId);
  return 'lineId' in pick ? panels.some((panel) => panel.lines.some((line) => line.id === pick.lineId)) : true;
}
