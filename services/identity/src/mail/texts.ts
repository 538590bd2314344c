import type { Mail } from './mail.js';

/** All that the hub writes to people, in one place. */
export function signInMail(to: string, link: string): Mail {
  return {
    to,
    subject: 'Sign in to Coalition Hub',
    text: `Open this link to sign in to Coalition Hub:

${link}

It works once, for 15 minutes. If you did not ask for it, do nothing: without the link nobody can sign in as you.
`,
  };
}
