export const words = {
  welcomeTitle: 'Welcome to your studio', welcomeLead: 'You are the first one here. Choose how you sign in; this makes you the owner of this Komawari.',
  welcomeGo: 'Open the studio', welcomeNoToken: 'This link is not complete. Copy the whole welcome link that the program printed.', name: 'Name', email: 'E-mail',
  password: 'Password', passwordHint: 'At least 10 characters', signInTitle: 'Sign in', signInLead: 'Your comics wait for you.', fieldName: 'Tell us a name.',
  fieldEmail: 'This is not a whole e-mail address.', fieldPassword: 'The password needs 10 to 128 characters.', fieldPasswordEmpty: 'Type your password.',
} as const;
