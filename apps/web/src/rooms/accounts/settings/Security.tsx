import { useSession } from '../../../frame/use-session.ts';
import { useWords } from '../../../language/use-words.ts';
import { EmailMatter } from './EmailMatter.tsx';
import { PartPage } from './Part.tsx';
import { PasskeysMatter } from './PasskeysMatter.tsx';
import { PasswordMatter } from './PasswordMatter.tsx';
import { TwoFactorMatter } from './TwoFactorMatter.tsx';

export function Security() {
  const { say } = useWords('accounts-settings');
  const { user } = useSession();
  if (!user) return null;
  return <PartPage title={say('security')} lead={say('securityLead')}><PasskeysMatter /><PasswordMatter hasPassword={user.hasPassword} known={[user.name, user.email]} /><TwoFactorMatter email={user.email} /><EmailMatter email={user.email} isVerified={user.isEmailVerified} /></PartPage>;
}
