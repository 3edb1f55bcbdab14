import type { LocalizedText } from '../../../constructs';
import { type Html, html, say } from './html';

/** A box that hides the rows of an area which do not hold every word; shown once the script runs. */
export function filterBox(area: string, label: LocalizedText): Html {
  const id = `filter-${area}`;
  return html`<p class="filter" hidden data-scripted><label for="${id}">${say(label)}</label>
    <input id="${id}" type="search" data-filters="${area}" autocomplete="off" spellcheck="false">
    <output for="${id}"></output></p>`;
}
