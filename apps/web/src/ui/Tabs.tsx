import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import './tabs.css';

type Tab<V extends string> = { value: V; word: string; panel: ReactNode; icon?: ReactNode };
type Props<V extends string> = { label: string; value: V; tabs: readonly Tab<V>[]; onChange: (value: V) => void };

/** Several views of one thing in one place. Keep `value` in the address, so that each can be linked to. */
export function Tabs<V extends string>({ label, value, tabs, onChange }: Props<V>) {
  return (
    <Base.Root className="tabs" value={value} onValueChange={(next: V) => onChange(next)}>
      <Base.List className="tab-list" aria-label={label} activateOnFocus>
        {tabs.map((tab) => <Base.Tab key={tab.value} value={tab.value} className="tab">{tab.icon}{tab.word}</Base.Tab>)}
      </Base.List>
      {tabs.map((tab) => <Base.Panel key={tab.value} value={tab.value} className="tab-panel">{tab.panel}</Base.Panel>)}
    </Base.Root>
  );
}
