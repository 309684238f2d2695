export const words = {
  hosts: 'Machines at home', hostsLead: 'A machine with a good card can offer its models here without a public address: it connects to this server by itself, and answers only what goes to the one program it names.', addHost: 'Add a machine',
  hostName: 'Name of the machine', hostNameHint: 'Small letters, digits and hyphens, such as gaming-pc. It becomes part of an address.', nameWrong: 'Use 1 to 32 small letters, digits and hyphens, with a letter or digit first and last.', makeToken: 'Make a token',
  here: 'connected', away: 'not connected', stateHere: 'Connected {when}.', stateGone: 'Last seen {when}.', stateNever: 'It has not connected yet.', addressIs: 'Its address for a provider:',
  renew: 'New token', renewThing: 'New token for {name}', renewTitle: 'Make a new token for “{name}”?', renewText: 'The old token and its connection end at once. The command on that machine must be started again with the new one.', renewGo: 'Make a new token',
  remove: 'Remove', removeThing: 'Remove {name}', removeTitle: 'Remove “{name}”?', removeText: 'Its token and its connection end at once. Providers with its address stay in the list, but can not be reached any more.', removeGo: 'Remove it',
  tokenFor: 'Connect “{name}”', stepCommand: 'On that machine, in the folder of Komawari, start:', stepTo: 'The last part is the program that has the models there. Nothing else on that machine can be reached.', copyCommand: 'Copy the command', stepToken: 'It asks for this token:', tokenOnce: 'It is shown only now. Here only its fingerprint is kept.', copyToken: 'Copy the token', stepProvider: 'Then add a provider of the right make with this address:', addProvider: 'Add a provider',
  waits: 'Waiting for the machine …', hasCome: 'It is connected.', done: 'Done',
};
