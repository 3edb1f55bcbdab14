/** A cell of a Markdown table: text stays text and the table stays a table. */
function cell(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replace(/[|<>`*_[\]#~]/g, '\\$&')
    .replace(/[\r\n]+/g, ' ');
}

/** A table as Markdown. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return `${[line(headings.map(cell)), line(headings.map(() => '---')), ...rows.map((row) => line(row.map(cell)))].join('\n')}\n`;
}
