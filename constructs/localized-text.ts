/** One sentence in both languages of the product; a report prints the one its reader asked for. */
export interface LocalizedText {
  /** English text. */
  readonly en: string;
  /** Korean text. */
  readonly ko: string;
}
