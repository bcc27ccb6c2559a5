/** What every staff page shares: head, name, way out. No script; all style is in one file. */
import { type Html, html } from '../report/html';

export interface FrameParts {
  readonly title: string;
  readonly body: Html;
  /** Somebody is signed in: there is a way to sign out, and to the other page. */
  readonly isSignedIn: boolean;
}

export const staffFrame = ({ title, body, isSignedIn }: FrameParts): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title} · Ponte staff</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/staff.css">
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top"><p class="name"><strong>Ponte</strong> staff</p>${isSignedIn ? WAYS : html``}</header>
<main id="content" tabindex="-1">
${body}
</main>
</body>
</html>
`.text;

const WAYS = html`<nav aria-label="Staff pages"><ul><li><a href="/staff">Knowledge</a></li><li><a href="/staff/try">Try a question</a></li></ul></nav>
<form method="post" action="/staff/sign-out"><button type="submit">Sign out</button></form>`;
