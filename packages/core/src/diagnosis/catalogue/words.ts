import type { Mender, Waiting } from './entry.js';

/** Who can do what a fix says, in words that follow "Who can mend it:". */
export const menderWords: Readonly<Record<Mender, string>> = {
  you: 'you, in the workflow or pipeline',
  'app-owner': 'the owner of the app registration',
  administrator: 'a tenant administrator',
  user: 'the user who signs in',
  'api-owner': 'the owner of the API',
  network: 'whoever runs the machine or its network',
  nobody: 'nobody but who runs the service',
};

/** Whether waiting helps, in words that follow "Does waiting help:". */
export const waitingWords: Readonly<Record<Waiting, string>> = {
  no: 'no',
  'after-a-change': 'a few minutes, if this was set up or changed just now; else no',
  later: 'it may, after some time',
  passes: 'often: it can pass by itself',
};
