import { escaped, wholePage } from './html.js';

/** Opening a link changes nothing: programs that look through mail open links too. The button signs in. */
export function linkPage(token: string): string {
  return wholePage(
    'Sign in',
    `<form method="post" action="/auth/link/use">
<input type="hidden" name="token" value="${escaped(token)}">
<p>Go on only if you asked for this link yourself: with somebody else’s you would act in their name.</p>
<p><button>Sign me in</button></p>
</form>`,
  );
}

export function signedInPage(): string {
  return wholePage('You are signed in', '<p>You can close this page, or go to <a href="/">the hub</a>.</p>');
}

export function linkNotValidPage(): string {
  return wholePage(
    'This link does not work any more',
    '<p>A link works once, for a short time. Please ask for a new one.</p>',
  );
}
