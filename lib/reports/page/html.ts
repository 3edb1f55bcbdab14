import type { LocalizedText } from '../../../constructs';

/** Markup that is safe to put into a page as it is. */
export class Html {
  constructor(readonly markup: string) {}
}

/** What can stand between the markup: text is escaped, markup is kept, lists are joined, `undefined` is nothing. */
export type Part = Html | string | number | undefined | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(markupOf).join('');
  return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** Template tag for markup: whatever is put in is escaped unless it is markup itself. Indentation is left out. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const pieces = strings.map((piece) => piece.replace(/\n\s*/g, '\n'));
  return new Html(pieces.map((piece, index) => piece + markupOf(parts[index])).join(''));
}

/** A sentence in both languages; the style shows the one of the page. */
export function say({ ko, en }: LocalizedText): Html {
  return ko === en ? html`${ko}` : html`<span lang="ko">${ko}</span><span lang="en">${en}</span>`;
}

/** A name from the config: a right-to-left one must not reorder what stands beside it. */
export function name(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

/** `120,000`, the same on every machine. */
export function thousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A column heading: its words, and whether its cells are figures. */
export interface Column extends LocalizedText {
  /** @default false */
  readonly figures?: boolean;
}

/** A table with a caption and headings that can be scrolled by keyboard where it does not fit. */
export function table(id: string, caption: Part, columns: readonly Column[], groups: readonly Part[]): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-caption"><table id="${id}">
    <caption id="${id}-caption">${caption}</caption>
    <thead><tr>${columns.map((column) => html`<th scope="col"${column.figures ? html` class="figure"` : undefined}>${say(column)}</th>`)}</tr></thead>
    ${groups}
    </table></div>`;
}

/** The items in a row of a few, the rest behind a click. */
export function shortList(items: readonly Part[], most = 8): Html {
  const list = (part: readonly Part[]): Html =>
    html`<ul class="inline words">${part.map((item) => html`<li>${item}</li>`)}</ul>`;
  const rest = items.length - most;
  if (rest <= 0) return list(items);
  return html`${list(items.slice(0, most))}<details class="more"><summary>${say({ ko: `${rest}개 더 보기`, en: `${rest} more` })}</summary>${list(items.slice(most))}</details>`;
}
