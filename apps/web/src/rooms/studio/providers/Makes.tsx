import type { ProviderKindInfo } from '@komawari/contract';
import { useWords } from '../../../language/use-words.ts';
import { ComputerIcon, KeyIcon, PackageIcon, PhotoIcon, TextIcon } from '../../../ui/icons.ts';
import { PanelLink } from '../../../ui/Panel.tsx';
import { makesOf, titleOf, type Make } from './makes.ts';

const GROUPS = ['cloud', 'home', 'plug-in'] as const;
const ICONS = { cloud: KeyIcon, home: ComputerIcon, 'plug-in': PackageIcon };

/** The makes there are, as cards: what each is good for, what it needs, whether it costs. */
export function Makes({ kinds }: { kinds: readonly ProviderKindInfo[] }) {
  const { say } = useWords('studio-providers');
  const makes = makesOf(kinds);
  return GROUPS.map((group) => {
    const inside = makes.filter((make) => make.group === group);
    if (inside.length === 0) return null;
    const Icon = ICONS[group];
    return (
      <section key={group} className="prov-makes" aria-labelledby={`makes-${group}`}>
        <div><h2 id={`makes-${group}`}><Icon aria-hidden="true" />{say(`group-${group}`)}</h2><p className="hint">{say(`groupNote-${group}`)}</p></div>
        <ul>{inside.map((make) => <li key={make.info.kind}><Card make={make} /></li>)}</ul>
      </section>
    );
  });
}

function Card({ make: { info, gives, group, guidePath } }: { make: Make }) {
  const { say } = useWords('studio-providers');
  const needs = info.secrets.some(({ isRequired }) => isRequired) ? 'needsKey' : group === 'home' ? 'needsProgram' : 'needsMaybe';
  return (
    <PanelLink to="/admin/providers/new" search={{ kind: info.kind }}>
      <span className="prov-make">
        <strong>{titleOf(info, say)}</strong>
        <span className="prov-gives">{gives.map((one) => <span key={one}>{one === 'pictures' ? <PhotoIcon aria-hidden="true" /> : <TextIcon aria-hidden="true" />}{say(`gives-${one}`)}</span>)}</span>
        <span>{group === 'plug-in' ? say('goodPlugIn') : say(`good-${info.kind as 'ark'}`)}</span>
        <small>{say(needs)} · {say(info.bills ? 'mayCost' : 'costsNothing')}{guidePath !== undefined && <><br />{say('guide')} <code>{guidePath}</code></>}</small>
      </span>
    </PanelLink>
  );
}
