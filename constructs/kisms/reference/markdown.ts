import type { LocalizedText } from '../../localized-text';

/** Language of a page. */
export type Language = keyof LocalizedText;

/** What a column is called, and what a row has in it. */
export type Column<Row> = readonly [heading: LocalizedText, cell: (row: Row) => string];

/** A table, in the language of the reader. */
export function markdownTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[], language: Language): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(([heading]) => heading[language])),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map(([, cell]) => cell(row).replaceAll('|', '\\|')))),
  ].join('\n');
}

/** Names as code, one after the other. */
export function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** The head of a generated page: title, the other language, and what the page is. */
export function pageHead(page: string, title: LocalizedText, lead: LocalizedText, language: Language): string {
  const other = { en: `English · [한국어](${page}.ko.md)`, ko: `[English](${page}.md) · 한국어` };
  return `# ${title[language]}\n\n${other[language]}\n\n${lead[language]}`;
}
