import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { isDoorOpen, useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { Button, ButtonLink } from '../../../ui/Button.tsx';
import { AddIcon, AlertIcon, PackageIcon, TrashIcon } from '../../../ui/icons.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import type { useImport } from './use-import.ts';

type Props = { bundles: ReturnType<typeof useImport>; isPicking: boolean; onPicking: ((isPicking: boolean) => void) | undefined };

/** The name of the shelf and what comes onto it. */
export function ShelfHead({ bundles, isPicking, onPicking }: Props) {
  const { say } = useWords('comics-shelf');
  const picker = useRef<HTMLInputElement>(null);
  const { me } = useSession();
  const isGuest = me !== undefined && (me.kind === 'guest' || me.kind === 'anonymous');
  const mayJoin = me !== undefined && isDoorOpen(me);
  const { importing, faults } = bundles;
  return (
    <>
      <header className="shelf-head">
        <h1>{say('shelfTitle')}</h1>
        <div className="shelf-acts">
          <input ref={picker} type="file" accept=".koma" multiple hidden onChange={(event) => { void bundles.take([...(event.target.files ?? [])]); event.target.value = ''; }} />
          {onPicking && <Button look="quiet" aria-pressed={isPicking} onClick={() => onPicking(!isPicking)}>{say(isPicking ? 'selectDone' : 'selectMany')}</Button>}
          <ButtonLink to="/comics/trash" look="quiet" icon={<TrashIcon />}>{say('trash')}</ButtonLink>
          <Button icon={<PackageIcon />} isBusy={importing !== undefined} onClick={() => picker.current?.click()}>{say('importKoma')}</Button>
          <ButtonLink to="/new" look="primary" icon={<AddIcon />}>{say('newComic')}</ButtonLink>
        </div>
      </header>
      {isGuest && <p className="shelf-note"><span>{say(me.kind !== 'guest' ? 'signedOutNote' : mayJoin ? 'guestNote' : 'guestInvited')}</span><Link to="/sign-in" search={{ next: '/comics' }}>{say('signIn')}</Link>{mayJoin && <Link to="/sign-up" search={{ next: '/comics' }}>{say('guestJoin')}</Link>}</p>}
      {importing && <ProgressBar label={say('importing', { name: importing.name })} done={Math.round(importing.share * 100)} total={importing.share === 0 ? 0 : 100}><Button look="quiet" onClick={importing.cancel}>{say('cancel')}</Button></ProgressBar>}
      {faults.map((fault) => <p key={fault} className="fault" role="alert"><AlertIcon aria-hidden="true" />{fault}</p>)}
    </>
  );
}
