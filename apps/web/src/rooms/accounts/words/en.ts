export const words = {
  // Fields
  name: 'Name', email: 'E-mail', password: 'Password', newPassword: 'New password', passwordHint: 'At least 10 characters. A few words in a row are best.', emailFixed: 'The invitation is for this address.',
  fieldName: 'Tell us a name.', fieldNameLong: 'This name is too long. A short one fits on every page.', fieldEmail: 'This is not a whole e-mail address.', fieldPassword: 'The password needs 10 to 128 characters.', fieldPasswordEmpty: 'Type your password.',
  weightNone: 'Strength', weightShort_one: '{count} more character', weightShort_other: '{count} more characters', weightWeak: 'Easy to guess', weightFair: 'Good', weightStrong: 'Strong', or: 'or',
  // Signing in
  signInTitle: 'Sign in', signInLead: 'Your comics wait for you.', forgot: 'Forgot the password?', noAccount: 'No account yet?', haveAccount: 'I have an account', byPasskey: 'Sign in with a passkey', byLink: 'Send me a link by e-mail', toSignIn: 'To signing in', toSignUp: 'To signing up', toSecurity: 'To Security',
  guestTitle: 'What you made as a guest comes with you', guestComes: 'Every comic from this browser goes into your account as soon as you are in.',
  needsOwnerTitle: 'This studio has no owner yet', needsOwner: 'Open the welcome link that was printed where Komawari was started. If it is gone, start the program again: it prints a new one.',
  deletionCancelled: 'Welcome back. The deletion of your account is cancelled; everything is still here.',
  // Second step
  codeTitle: 'One more step', codeLead: 'Type the six digits that your authenticator shows now.', code: 'Six digits', codeShort: 'The code has six digits.', codeGo: 'Go in', codeByRecovery: 'Use a recovery code instead', codeByApp: 'Use the authenticator instead', codeFromStart: 'Sign in from the start',
  codeRecovery: 'Recovery code', codeRecoveryLead: 'Type one of the codes you kept when you set this up. Each works once.', codeRecoveryShort: 'Type the whole recovery code.',
  // Passkeys
  passkeyCancelled: 'No passkey was chosen. Nothing has changed: try again, or take another way.', passkeyThere: 'This device has a passkey for your account already.',
  passkeyLocalhost: 'Passkeys need a name instead of a number in the address.', passkeyLocalhostGo: 'Open this page on localhost', passkeyTrust: 'Passkeys need HTTPS. Started with --lan, Komawari offers it at home.', passkeyTrustGo: 'See the trust page', passkeyName: 'Passkeys need HTTPS and a host name: open Komawari by its name instead of its number.', passkeyNoBrowser: 'This browser has no passkeys.',
  // Letters
  askLinkTitle: 'A link instead of a password', askLinkLead: 'Tell us your address. The link in the letter signs you in, once, within 15 minutes.', askLinkGo: 'Send the link', askLinkAgain: 'Send a new link',
  askResetTitle: 'A new password', askResetLead: 'Tell us your address. The link in the letter lets you choose a new password within an hour.', askResetGo: 'Send the link', askResetAgain: 'Ask for a new link',
  mailSentTitle: 'Look into your mail', mailSent: 'If {email} has an account here, a letter is on its way.', mailSentSignUp: 'We sent you a letter. Open the link in it, and your account is ready.', mailSentHint: 'It may take a minute. Look among the spam, too.', otherAddress: 'Use another address',
  mailPrintedTitle: 'Look where Komawari runs', mailPrinted: 'This site sends no mail. If {email} has an account, the letter is printed in the terminal where the program was started.', mailPrintedHint: 'Not your machine? Its owner can make you a link: People › Reset link.', noMailer: 'This site sends no mail: the letter is printed in the terminal where Komawari runs.',
  linkTitle: 'Welcome back', linkLead: 'One press and you are in.', linkOverTitle: 'This link is over', linkBroken: 'The link is not complete. Copy it whole from the letter.', linkOverWhy: 'A link works once and for a short time, so that a letter in wrong hands opens nothing.',
  resetTitle: 'Choose a new password', resetLead: 'It ends every other session and every open link. Your API keys stay.', resetGo: 'Keep it and sign in',
  confirmEmailTitle: 'Is this your address?', confirmEmailLead: 'Press once to prove that letters reach you.', confirmEmailGo: 'Yes, it is mine', emailProvedTitle: 'Thank you', emailProved: '{email} is proved.', emailChanged: 'From now on you sign in with {email}.',
  // Signing up
  signUpTitle: 'Make an account', signUpLead: 'A shelf of your own, on every device you use.', signUpGo: 'Make the account', signUpAsk: 'Ask to be let in', signUpApproval: 'An administrator lets new people in. You can sign in at once to see whether you are.',
  signUpClosedTitle: 'No new accounts at present', signUpClosed: 'The owner has closed the door for now; invitations rest as well. Ask them, or come back later.',
  signUpInvitationTitle: 'By invitation', signUpInvitation: 'One joins this site with an invitation link.', signUpInvitationHint: 'Open the link that you were sent. You have none? Ask somebody who looks after this site.',
  invitationOverTitle: 'This invitation is over', invitationOver: 'Ask whoever sent it for a new one.', invitedTitle: 'You are invited', invited: 'Somebody of this site invites you', invitedBy: '{name} invites you', invitedAs: 'You join as: {role}. Good until {date}.',
  confirmSignUpTitle: 'Your letter has arrived', confirmSignUpLead: 'Press once: it makes your account and signs you in.', confirmSignUpGo: 'Finish and go in',
  waitingTitle: 'You are on the list', waitingLead: 'An administrator lets you in. This page looks by itself, and opens when it is so.', waitingAs: 'Signed in as {email}', waitingLook: 'Look now',
  // First start
  welcomeCaption: 'Page one.', welcomeTitle: 'Welcome to your studio', welcomeLead: 'A place where stories become comics, on your own machine.', welcomeWrite: 'Bring a story: your own, or one of ours to try.', welcomeWatch: 'Watch it being drawn, panel by panel.', welcomeKeep: 'Change what you like, read it, take it away.',
  welcomeGo: 'Open the studio', welcomeOwner: 'You are the first one here, so this makes you its owner.', welcomeNoToken: 'This link is not complete. Copy the whole welcome link that the program printed.', welcomeOverTitle: 'This door was opened before', welcomeHasOwner: 'The studio has its owner, and the welcome link is used up. Sign in to go on.',
  // Roles
  roleOwner: 'Owner', roleAdmin: 'Administrator', roleModerator: 'Moderator', roleOperator: 'Operator', roleUser: 'Maker', roleViewer: 'Reader',
  roleOwnerMay: 'Everything, and alone appoints administrators and owners.', roleAdminMay: 'Makes comics, looks after people and the site.', roleModeratorMay: 'Makes comics and sees who is here.', roleOperatorMay: 'Keeps the program running; sees no content.', roleUserMay: 'Makes comics of their own.', roleViewerMay: 'Reads what is shared with them.',
  // Leaving
  goodbyeTitle: 'Goodbye, for now', goodbye: 'Your account rests and is deleted on {date}.', goodbyeSoon: 'Your account rests and is deleted in 14 days.', goodbyeBack: 'You have changed your mind? Sign in before then: that cancels the deletion, and everything is as before.', goodbyeCancel: 'Sign in and stay',
} as const;
