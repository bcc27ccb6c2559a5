/** The form before every staff page. */
import { html } from '../report/html';
import { staffFrame } from './staff-frame';

/** Why somebody is shown the form again. */
export type SignInNotice =
  | { readonly kind: 'wrong' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'too-often'; readonly seconds: number };

export function signInPage(notice?: SignInNotice): string {
  const isFault = notice !== undefined && notice.kind !== 'signed-out';
  const words =
    notice === undefined ? html`` : html`<p id="notice" class="notice" role="${isFault ? 'alert' : 'status'}">${told(notice)}</p>`;
  const described = isFault ? html` aria-invalid="true" aria-describedby="notice"` : html``;
  const body = html`<h1>Sign in</h1>
${words}<form method="post" action="/staff/sign-in" class="form">
<p><label for="token">Staff secret</label><input id="token" name="token" type="password" autocomplete="current-password" required spellcheck="false"${described}></p>
<p class="muted">It is the setting <code>PONTE_STAFF_TOKEN</code> of this server. You stay signed in for eight hours.</p>
<p><button type="submit" class="strong">Sign in</button></p>
</form>`;
  return staffFrame({ title: 'Sign in', body, isSignedIn: false });
}

function told(notice: SignInNotice): string {
  if (notice.kind === 'wrong') return 'This is not the secret. Copy it again, whole, from the settings.';
  if (notice.kind === 'signed-out') return 'You are signed out.';
  return `Too many attempts. Wait ${notice.seconds} seconds, then try again.`;
}
