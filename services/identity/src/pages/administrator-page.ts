import { escaped, wholePage } from './html.js';

/** Asks the owner of the hub who the administrator shall be. */
export function administratorPage(key: string): string {
  return wholePage(
    'Become administrator of this hub',
    `<form method="post" action="/auth/administrator">
<input type="hidden" name="key" value="${escaped(key)}">
<p><label>Your mail address <input type="email" name="email" required autocomplete="email" maxlength="254"></label></p>
<p>Only a keyed hash of it is kept. This link works once.</p>
<p><button>Make me administrator</button></p>
</form>`,
  );
}
