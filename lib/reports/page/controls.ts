import type { LocalizedText } from '../../../constructs';
import { type Html, html, type Part, say } from './html';

/**
 * A box that hides the rows of an area which do not hold every word; shown once the script runs.
 *
 * @param area - id of the area
 * @param label - what the box finds
 * @param choices - further filters, of {@link filterChoice}
 */
export function filterBox(area: string, label: LocalizedText, choices: readonly Part[] = []): Html {
  const id = `filter-${area}`;
  return html`<p class="filter" hidden data-scripted><label for="${id}">${say(label)}</label>
    <input id="${id}" type="search" data-filters="${area}" autocomplete="off" spellcheck="false">${choices}
    <output for="${id}"></output></p>`;
}

/** One value that the reader can choose. */
export interface FilterOption {
  readonly value: string;
  readonly label: LocalizedText;
}

/**
 * A list that hides the rows which lack the chosen value.
 *
 * @param column - column of a table, whose cell holds the value as its text or its `data-value`; or the name of a data
 * attribute of the row that holds its values with spaces between them
 *
 * An option of a list holds plain text only, so that a label in two languages is switched by the script.
 */
export function filterChoice(
  area: string,
  column: number | string,
  label: LocalizedText,
  options: readonly FilterOption[],
): Html {
  const id = `filter-${area}-${column}`;
  const all = { value: '', label: { ko: '전체', en: 'All' } };
  const choice = ({ value, label: { ko, en } }: FilterOption): Html =>
    html`<option value="${value}"${ko === en ? undefined : html` data-ko="${ko}" data-en="${en}"`}>${ko}</option>`;
  return html`<label for="${id}">${say(label)} <select id="${id}" data-narrows="${area}" data-${typeof column === 'number' ? 'column' : 'attribute'}="${column}" autocomplete="off">${[all, ...options].map(choice)}</select></label>`;
}
