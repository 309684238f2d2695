import type { Me } from '@komawari/contract';
import { useSearch } from '@tanstack/react-router';
import { checkInvitation, signUp, type InvitationOffer } from '../../../api/accounts.ts';
import { ApiError } from '../../../api/call.ts';
import { useCall } from '../../../api/use-call.ts';
import { useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { ButtonLink } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Skeleton, Tone } from '../../../ui/Skeleton.tsx';
import { ROLE_WORDS } from '../role-words.ts';
import { Door } from './Door.tsx';
import { Fields } from './Fields.tsx';
import { GuestNote } from './GuestNote.tsx';
import { useEnter } from './use-enter.ts';

/** `/sign-up`, as the site's mode and the invitation at hand allow it. */
export function SignUp() {
  const { say } = useWords('accounts');
  const { invitation } = useSearch({ from: '/sign-up' });
  const { me, error, reload } = useSession();
  const offer = useCall(['accounts', 'invitation', invitation], () => checkInvitation(invitation ?? ''), { isOff: invitation === undefined });
  const toSignIn = <ButtonLink to="/sign-in" look="quiet">{say('haveAccount')}</ButtonLink>;
  if (!me) return error ? <ErrorState error={error} onRetry={() => void reload()} isPage /> : <Waiting />;
  if (me.features.needsOwner && me.signUpMode !== 'open') return <Door picture="first-visit" title={say('needsOwnerTitle')} lead={<p>{say('needsOwner')}</p>} foot={toSignIn} />;
  if (me.signUpMode === 'closed') return <Door picture="closed-door" title={say('signUpClosedTitle')} lead={<p>{say('signUpClosed')}</p>} foot={toSignIn} />;
  if (invitation !== undefined && offer.isPending) return <Waiting />;
  if (offer.error && !(offer.error instanceof ApiError && offer.error.code.startsWith('accounts.'))) return <ErrorState error={offer.error} onRetry={() => void offer.refetch()} isPage />;
  if (offer.error && me.signUpMode === 'invitation') return <Door picture="lost" title={say('invitationOverTitle')} lead={<p role="alert">{offer.error.message}</p>} foot={toSignIn}><p className="hint">{say('invitationOver')}</p></Door>;
  if (!offer.data && me.signUpMode === 'invitation') return <Door picture="letter" title={say('signUpInvitationTitle')} lead={<p>{say('signUpInvitation')}</p>} foot={toSignIn}><p className="hint">{say('signUpInvitationHint')}</p></Door>;
  return <SignUpForm me={me} offer={offer.data} token={offer.data && invitation} notice={offer.error?.message} />;
}

function SignUpForm({ me, offer, token, notice }: { me: Me; offer: InvitationOffer | undefined; token: string | undefined; notice: string | undefined }) {
  const { say, language } = useWords('accounts');
  const { next } = useSearch({ from: '/sign-up' });
  const enter = useEnter();
  const mustWait = me.signUpMode === 'approval' && !offer;
  const date = offer && new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(offer.expiresAt));
  return (
    <Door picture="first-visit" title={say(offer ? 'invitedTitle' : 'signUpTitle')} lead={<p>{say(mustWait ? 'signUpApproval' : 'signUpLead')}</p>} foot={<ButtonLink to="/sign-in" search={{ next }} look="quiet">{say('haveAccount')}</ButtonLink>}>
      {notice !== undefined && <p className="fault" role="alert">{notice}</p>}
      {offer && <div className="door-note"><p><strong>{offer.invitedBy === null ? say('invited') : say('invitedBy', { name: offer.invitedBy })}</strong></p><p className="hint">{say('invitedAs', { role: say(ROLE_WORDS[offer.role].name), date: date ?? '' })}</p></div>}
      <GuestNote />
      <Fields asks={['name', 'email', 'password']} isNew fixedEmail={offer?.email ?? undefined} action={say(mustWait ? 'signUpAsk' : 'signUpGo')}
        onSend={async (fields) => enter(await signUp({ ...fields, language, ...(token === undefined ? {} : { invitation: token }) }), next)}
        more={(code) => code === 'accounts.email-taken' && <ButtonLink to="/sign-in" search={{ next }}>{say('haveAccount')}</ButtonLink>} />
    </Door>
  );
}

function Waiting() {
  return <Skeleton><div className="door"><div className="door-strip"><Tone shape="block" heightPx={340} /><Tone shape="block" heightPx={340} /></div></div></Skeleton>;
}
