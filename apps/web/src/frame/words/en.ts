export const words = {
  // Places
  skip: 'Skip to the content', places: 'Places', navHome: 'Home', navComics: 'Comics', navStudio: 'Studio', navNew: 'New comic', navYou: 'You', navProviders: 'Providers of models', toStart: 'To the start',
  // Language and light
  language: 'Language', theme: 'Appearance', themeLight: 'Light', themeDark: 'Dark', themeSystem: 'As the system',
  // Everyday
  signIn: 'Sign in', signOut: 'Sign out', undo: 'Undo', cancel: 'Cancel', close: 'Close', retry: 'Try again', more: 'Show more', loading: 'Loading …', search: 'Search',
  showPassword: 'Show the password', increase: 'More', decrease: 'Less',
  // Long work
  progressOf: '{done} of {total}', secondsLeft_one: 'about {count} second left', secondsLeft_other: 'about {count} seconds left', minutesLeft_one: 'about {count} minute left', minutesLeft_other: 'about {count} minutes left',
  // What went wrong
  errorTitle: 'This did not work', errorOffline: 'The server does not answer. Check that Komawari is running, then try again.', errorUnknown: 'Something went wrong. Try again.',
  goneTitle: 'A newer Komawari has come', goneText: 'This page still belongs to the older one. Load it anew: your work is stored.', goneLoad: 'Load it anew',
  crashTitle: 'A page fell out of the book', crashText: 'This view broke. Your work is stored; open the view again.',
  notFoundTitle: 'There is nothing here', notFoundPage: 'This address leads nowhere. The comic may have been deleted, or it belongs to somebody else.',
  offlineBar: 'No connection to the server. What you write is kept here; it goes on by itself.', signInFirst: 'Sign in to go on', signInFirstText: 'This page belongs to an account.',
  // You
  youTitle: 'You', youAccount: 'Account', youLook: 'Look and language', youGuest: 'You work as a guest. Your comics stay with this browser.', youAnonymous: 'You are not signed in.', youLocal: 'You work at this machine itself: no sign-in needed.',
  // Commands and keys
  paletteOpen: 'Find a place or a command', palettePlaceholder: 'Where to, or what to do?', paletteNone: 'Nothing fits. Try another word.', paletteHere: 'On this page', paletteGo: 'Go to', paletteDo: 'Do',
  shortcuts: 'Keyboard shortcuts', shortcutsHint: 'Press a shortcut to change it, then the new keys. Backspace turns it off.', shortcutChange: 'Change the keys of: {name}', shortcutPress: 'Press keys …', shortcutNone: 'off', shortcutReset: 'As before',
  shortcutTaken: '“{name}” uses these keys. Change it first, or press others.', shortcutReserved: 'The browser needs this key. Press another.',
  // Versions
  updateReady: 'A newer Komawari is ready.', updateNow: 'Load it',
} as const;
