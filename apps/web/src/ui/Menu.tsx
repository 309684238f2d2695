import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { CheckIcon } from './icons.ts';
import { Kbd } from './Kbd.tsx';
import { usePortalHome } from './portal-home.ts';
import './popup.css';

export type MenuItem =
  | 'line'
  | { heading: string }
  | { word: string; onChoose: () => void; icon?: ReactNode; keys?: string; isChosen?: boolean; isDanger?: boolean; isOff?: boolean; lang?: string };

type Props = { trigger: ReactElement; items: readonly MenuItem[]; side?: 'bottom' | 'right' | 'top'; isOpenAtOnce?: boolean };

/** What can be done with one thing: opened by `trigger` (a Button or IconButton). Items with `isChosen` are a choice. */
export function Menu({ trigger, items, side = 'bottom', isOpenAtOnce = false }: Props) {
  const home = usePortalHome();
  return (
    <Base.Root defaultOpen={isOpenAtOnce}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={home}>
        {/* Sticky: where neither side of its button has room for all of it, it lies over the button and is whole. */}
        <Base.Positioner className="popup-place" sideOffset={6} collisionPadding={8} sticky side={side} align={side === 'right' ? 'end' : 'start'}>
          <Base.Popup className="popup menu">{groupsOf(items).map((group, index) => <Group key={index} items={group} />)}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Group({ items }: { items: readonly MenuItem[] }) {
  return <Base.Group>{items.map((item, index) => <Item key={index} item={item} />)}</Base.Group>;
}

function Item({ item }: { item: MenuItem }) {
  if (item === 'line') return <Base.Separator className="menu-line" />;
  if ('heading' in item) return <Base.GroupLabel className="menu-heading">{item.heading}</Base.GroupLabel>;
  const inside = <>{item.icon}<span lang={item.lang}>{item.word}</span>{item.keys !== undefined && <span className="menu-keys"><Kbd keys={item.keys} /></span>}</>;
  if (item.isChosen !== undefined) {
    return (
      <Base.CheckboxItem className="menu-item" checked={item.isChosen} disabled={item.isOff ?? false} closeOnClick onCheckedChange={item.onChoose}>
        {inside}
        <Base.CheckboxItemIndicator className="menu-check"><CheckIcon /></Base.CheckboxItemIndicator>
      </Base.CheckboxItem>
    );
  }
  return <Base.Item className="menu-item" disabled={item.isOff ?? false} data-danger={item.isDanger || undefined} onClick={item.onChoose}>{inside}</Base.Item>;
}

/** A heading begins a group of its own. */
function groupsOf(items: readonly MenuItem[]): MenuItem[][] {
  return items.reduce<MenuItem[][]>((groups, item) => {
    const last = groups.at(-1);
    if (!last || (typeof item === 'object' && 'heading' in item)) groups.push([item]);
    else last.push(item);
    return groups;
  }, []);
}
