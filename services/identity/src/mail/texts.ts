import type { Mail } from './mail.js';

/** All that the hub writes to people, in one place. */
export function signInMail(to: string, link: string): Mail {
  return {
    to,
    subject: 'Sign in to Coalition Hub',
    text: `Somebody, probably you, wants to sign in to Coalition Hub at ${new URL(link).host}.

Open this link to sign in:

${link}

It works once, for 15 minutes. Pass it on to nobody: whoever opens it acts in your name. If you did not ask for it, do
nothing: without the link nobody can sign in as you.
`,
  };
}
