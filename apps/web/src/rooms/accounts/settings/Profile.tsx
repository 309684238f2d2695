import type { Me, NoticeChoices } from '@komawari/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { changeProfile, type ProfileWish } from '../../../api/accounts-settings.ts';
import { chooseTheme, useTheme } from '../../../frame/theme.ts';
import { THEME_CHOICES } from '../../../frame/theme-choices.ts';
import { noteMe, useSession } from '../../../frame/use-session.ts';
import { speak } from '../../../language/i18n.ts';
import { LANGUAGE_NAMES, UI_LANGUAGE_LIST } from '../../../language/languages.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Switch } from '../../../ui/Checkbox.tsx';
import { ComboboxField } from '../../../ui/ComboboxField.tsx';
import { CheckIcon } from '../../../ui/icons.ts';
import { SegmentedChoice } from '../../../ui/SegmentedChoice.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useAct } from '../door/use-act.ts';
import { AvatarField } from './AvatarField.tsx';
import { Matter, PartPage } from './Part.tsx';

const NOTICES: readonly { name: keyof NoticeChoices; word: 'noticeWork' | 'noticeCommunity' | 'noticeNews' }[] = [{ name: 'workDone', word: 'noticeWork' }, { name: 'community', word: 'noticeCommunity' }, { name: 'news', word: 'noticeNews' }];

/** Who one is here, and how the house looks and speaks. Choices hold at once; only the name waits for its button. */
export function Profile() {
  const { say } = useWords('accounts-settings');
  const { user } = useSession();
  return user && <PartPage title={say('profile')} lead={say('profileLead')}><Person user={user} /><Look user={user} /><Notices user={user} /></PartPage>;
}

type Props = { user: NonNullable<Me['user']> };

function useChange() {
  const client = useQueryClient();
  const act = useAct();
  const change = (wish: ProfileWish) => act.run(async () => noteMe(client, await changeProfile(wish)));
  return { ...act, change };
}

function Person({ user }: Props) {
  const { say } = useWords('accounts-settings');
  const { isBusy, fault, setFault, change } = useChange();
  const [name, setName] = useState(user.name);
  const [isSaved, setIsSaved] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setFault({ code: 'empty', text: say('nameEmpty') });
    if (await change({ name: name.trim() })) setIsSaved(true);
  };
  return (
    <Matter title={say('person')} lead={say('personLead')}>
      <AvatarField />
      <form className="settings-form" noValidate onSubmit={(event) => void send(event)}>
        <TextField name="name" label={say('nameShown')} value={name} autoComplete="name" fault={fault?.text} onChange={(value) => { setIsSaved(false); setFault(undefined); setName(value); }} />
        <div className="settings-row"><Button type="submit" isBusy={isBusy}>{say('save')}</Button>{isSaved && <span className="saved" role="status"><CheckIcon />{say('savedAs', { name: user.name })}</span>}</div>
      </form>
    </Matter>
  );
}

function Look({ user }: Props) {
  const { say, language } = useWords('accounts-settings');
  const theme = useTheme();
  const { fault, change } = useChange();
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = [{ value: 'browser', word: say('zoneBrowser', { zone: here }) }, ...Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, word: zone.replaceAll('_', ' ') }))];
  const now = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: user.timeZone ?? here }).format(new Date());
  return (
    <Matter title={say('look')} lead={say('lookLead')}>
      <SegmentedChoice label={say('language')} value={language} options={UI_LANGUAGE_LIST.map((id) => ({ value: id, word: LANGUAGE_NAMES[id], lang: id }))} onChange={(id) => { void speak(id); void change({ language: id }); }} />
      <SegmentedChoice label={say('theme')} value={theme} options={THEME_CHOICES.map(({ wish, word, Icon }) => ({ value: wish, word: say(word), icon: <Icon /> }))} onChange={(wish) => { chooseTheme(wish); void change({ theme: wish }); }} />
      <ComboboxField label={say('zone')} value={user.timeZone ?? 'browser'} options={zones} none={say('zoneNone')} hint={say('zoneNow', { time: now })} onChange={(zone) => void change({ timeZone: zone === null || zone === 'browser' ? null : zone })} />
      {fault && <p className="fault" role="alert">{fault.text}</p>}
    </Matter>
  );
}

function Notices({ user }: Props) {
  const { say } = useWords('accounts-settings');
  const { fault, change } = useChange();
  return (
    <Matter title={say('notices')} lead={say('noticesLead')}>
      <div>{NOTICES.map(({ name, word }) => <Switch key={name} label={say(word)} isChecked={user.notices[name]} onChange={(wanted) => void change({ notices: { [name]: wanted } })} />)}</div>
      {fault && <p className="fault" role="alert">{fault.text}</p>}
    </Matter>
  );
}
