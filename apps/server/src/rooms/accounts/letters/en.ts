import type { LetterFacts, LetterLanguage } from './write-letter.ts';

const notYou = 'If it was not you: set a new password and end the other sessions under Settings › Security. If you can not get in any more, ask the owner of the site.';
const ignore = 'If you did not ask for this, ignore this mail: nothing happens without the link.';
const once = ({ validFor }: LetterFacts) => `The link works once, for ${validFor}.`;

export const en: LetterLanguage = {
  greeting: (name) => `Hello ${name},`,
  orCopy: 'If the button does nothing, copy this address into your browser:',
  letters: {
    'sign-in-link': (f) => ({ subject: `Sign in to ${f.site}`, paragraphs: [`Here is your link to sign in to ${f.site}. ${once(f)}`], action: 'Sign in', foot: ignore }),
    reset: (f) => ({ subject: `A new password for ${f.site}`, paragraphs: [`You asked to set a new password. ${once(f)} Your present password stays until you have chosen another.`], action: 'Choose a new password', foot: ignore }),
    'sign-up': (f) => ({ subject: `Welcome to ${f.site}: confirm your address`, paragraphs: [`One step is left: confirm that this address is yours, and your account is ready. ${once(f)}`], action: 'Confirm and begin', foot: ignore }),
    'already-known': (f) => ({ subject: `You have an account at ${f.site} already`, paragraphs: [`Somebody, probably you, wanted to make an account at ${f.site} with this address. There is one already: just sign in. Forgot your password? You can set a new one on the same page.`], action: 'Sign in', foot: 'If it was not you, you need not do anything: nobody learned whether you have an account.' }),
    'prove-email': (f) => ({ subject: `Confirm your address for ${f.site}`, paragraphs: [`Please confirm that this address is yours. ${once(f)}`], action: 'Confirm the address', foot: ignore }),
    'new-email': (f) => ({ subject: `Your new address for ${f.site}`, paragraphs: [`You want to use this address for your account at ${f.site}. Open the link to make the change. ${once(f)}`], action: 'Use this address', foot: ignore }),
    'email-changed': (f) => ({ subject: `Your address at ${f.site} was changed`, paragraphs: [`The e-mail of your account was changed to ${f.email} on ${f.at}. From now on this mailbox gets no more mail from us.`], foot: `If it was not you, ask the owner of the site at once: with the new address somebody else could set your password.` }),
    'password-changed': (f) => ({ subject: `Your password for ${f.site} was changed`, paragraphs: [`The password of your account was changed on ${f.at}. All other sessions have ended.`], foot: notYou }),
    'two-factor-on': (f) => ({ subject: `Two-step sign-in is on at ${f.site}`, paragraphs: [`Since ${f.at}, signing in asks for a code of your authenticator. Keep your recovery codes in a safe place: each of them replaces a code once.`], foot: notYou }),
    'two-factor-off': (f) => ({ subject: `Two-step sign-in is off at ${f.site}`, paragraphs: [`Since ${f.at}, signing in asks for no second step any more.`], foot: notYou }),
    'passkey-added': (f) => ({ subject: `A passkey was added at ${f.site}`, paragraphs: [`The passkey "${f.note}" was added to your account on ${f.at}. It can be used to sign in without a password.`], foot: notYou }),
    'passkey-removed': (f) => ({ subject: `A passkey was removed at ${f.site}`, paragraphs: [`The passkey "${f.note}" was removed from your account on ${f.at}.`], foot: notYou }),
    invitation: (f) => ({ subject: `${f.by ?? f.site} invites you to ${f.site}`, paragraphs: [`${f.by ? `${f.by} invites you` : 'You are invited'} to ${f.site}, where stories become comics.`, ...(f.note ? [`“${f.note}”`] : []), `The invitation is good until ${f.at}.`], action: 'Accept the invitation', foot: 'If you do not know who sent this, ignore it.' }),
    approved: (f) => ({ subject: `You are in: ${f.site}`, paragraphs: [`Your account at ${f.site} was approved. You can begin.`], action: 'Open the site' }),
    'somebody-waits': (f) => ({ subject: `${f.site}: somebody waits for approval`, paragraphs: [`${f.note} (${f.email}) would like an account and waits for your answer.`], action: 'Look at the list' }),
    'deletion-asked': (f) => ({ subject: `Your account at ${f.site} will be deleted`, paragraphs: [`Your account and everything of yours will be deleted on ${f.at}. Changed your mind? Sign in before then, and everything stays as it was.`], action: 'Keep the account', foot: 'If it was not you, sign in now: that stops the deletion. Then set a new password.' }),
    'deletion-cancelled': (f) => ({ subject: `Your account at ${f.site} stays`, paragraphs: ['You signed in, so the deletion was cancelled. Everything is as it was; API keys work again.'], foot: notYou }),
    deleted: (f) => ({ subject: `Your account at ${f.site} is deleted`, paragraphs: ['As you asked, your account and what belonged to it were deleted. Thank you for having been here.'] }),
  },
};
