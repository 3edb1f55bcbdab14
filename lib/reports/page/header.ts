import type { LocalizedText } from '../../../constructs';
import { type Html, html, say, thousands } from './html';

/** One figure of the header. */
export interface Figure {
  readonly label: LocalizedText;
  readonly value: number;
  /** What the figure is made of. @default - the figure says all */
  readonly detail?: LocalizedText;
}

/** The top of a page: the switch of the language, what the page is, whose it is, and its figures. */
export function header(title: LocalizedText, identity: Html, figures: readonly Figure[]): Html {
  return html`<header>
    <div class="languages" role="group" aria-label="언어 / Language" hidden data-scripted>
    <button type="button" lang="ko" data-language="ko" aria-pressed="true">한국어</button>
    <button type="button" lang="en" data-language="en" aria-pressed="false">English</button></div>
    <h1>${say(title)}</h1>
    <p class="identity">${identity}</p>
    <dl class="figures">${figures.map(figure)}</dl>
    </header>`;
}

function figure({ label, value, detail }: Figure): Html {
  return html`<div><dt>${say(label)}</dt><dd><b>${thousands(value)}</b>${detail === undefined ? undefined : html` <span>${say(detail)}</span>`}</dd></div>`;
}
